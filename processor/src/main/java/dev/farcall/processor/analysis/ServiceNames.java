package dev.farcall.processor.analysis;

import com.palantir.javapoet.ClassName;

/**
 * The names of a service.
 *
 * @param label as texts name it: {@code Outer.Users}
 * @param protoName {@code Users}
 * @param flat the beginning of generated classes' names: {@code Outer_Users}
 * @param scope where its messages go
 */
record ServiceNames(ClassName javaType, String label, String protoName, String flat, Scope scope) {}
