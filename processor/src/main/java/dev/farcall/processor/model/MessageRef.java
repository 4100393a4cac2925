package dev.farcall.processor.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;

/**
 * A message where it is used.
 *
 * @param javaType what its codec reads and writes, boxed
 * @param codec the class of its codec, which has a constant {@code INSTANCE}
 * @param fullName its full proto name
 */
public record MessageRef(TypeName javaType, ClassName codec, String fullName) {}
