package dev.farcall.processor.model;

import com.palantir.javapoet.TypeName;

/**
 * A parameter of a remote method.
 *
 * @param type as the method spells it, in the terms of the service
 * @param doc what the method's comment says of it
 */
public record ParameterModel(String name, TypeName type, Role role, String doc) {

  /** What a parameter is for. */
  public sealed interface Role {}

  /** Part of the request message. */
  public record PayloadRole() implements Role {}

  /** The elements that are sent one by one: then nothing else is part of the request. */
  public record StreamRole(StreamForm form) implements Role {}

  /** The {@code CallContext}. */
  public record ContextRole() implements Role {}

  /**
   * Metadata beside the message.
   *
   * @param header in lower case
   * @param shape how text becomes the parameter; a {@link Shape.Singular} or {@link Shape.Optional}
   *     of a {@link ValueType} whose wire form is a text or a number
   */
  public record HeaderRole(String header, Shape shape) implements Role {}
}
