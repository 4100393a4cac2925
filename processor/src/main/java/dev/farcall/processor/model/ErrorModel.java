package dev.farcall.processor.model;

import com.palantir.javapoet.ClassName;

/**
 * A declared {@code @RemoteError}.
 *
 * @param code the name of the constant of {@code dev.farcall.annotation.Code}
 * @param message the message of its fields
 */
public record ErrorModel(ClassName javaType, String code, String reason, MessageRef message) {}
