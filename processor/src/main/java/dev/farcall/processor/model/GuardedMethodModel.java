package dev.farcall.processor.model;

import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import dev.farcall.policy.Settings;
import dev.farcall.processor.model.MethodModel.Reply;
import java.util.List;
import java.util.Optional;

/**
 * One method of an interface with policies.
 *
 * @param exceptions the types of the {@code throws} clause, as spelt
 * @param policies what was said of its policies; nothing if it is only passed on
 */
public record GuardedMethodModel(
    String javaName,
    List<TypeVariableName> typeVariables,
    List<Parameter> parameters,
    boolean varargs,
    TypeName returnType,
    Reply reply,
    List<TypeName> exceptions,
    boolean idempotent,
    Settings policies,
    Optional<FallbackModel> fallback,
    boolean deprecated) {

  /** A parameter, its type in the terms of the interface. */
  public record Parameter(String name, TypeName type) {}

  /** Whether there is anything to keep. */
  public boolean isGuarded() {
    return !policies.all().isEmpty() || fallback.isPresent();
  }
}
