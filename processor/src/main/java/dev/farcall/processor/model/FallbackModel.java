package dev.farcall.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.Optional;

/**
 * What answers in place of a call that failed.
 *
 * @param holder the class of the method; nothing if the body of the {@code default} method itself
 *     answers
 * @param method its name
 * @param isStatic whether it needs no object
 * @param takesCause whether it is told why, after the parameters
 */
public record FallbackModel(
    Optional<ClassName> holder, String method, boolean isStatic, boolean takesCause) {}
