package dev.farcall.processor.model;

import com.palantir.javapoet.ClassName;
import java.time.Duration;
import java.util.Optional;

/**
 * A declared {@code @RemoteError}.
 *
 * @param code the name of the constant of {@code dev.farcall.annotation.Code}
 * @param message the message of its fields
 * @param retryAfter if it passes: after which time to come again
 */
public record ErrorModel(
    ClassName javaType,
    String code,
    String reason,
    MessageRef message,
    Optional<Duration> retryAfter) {

  /** One that does not pass. */
  public ErrorModel(ClassName javaType, String code, String reason, MessageRef message) {
    this(javaType, code, reason, message, Optional.empty());
  }
}
