package dev.farcall.processor.emit;

import dev.farcall.processor.model.MethodModel;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** What bounds a method, in words, for the Javadoc of its client. */
final class Limits {

  private Limits() {}

  /** As in {@code safe; within 300 ms, each attempt within 100 ms}. */
  static String describe(MethodModel method) {
    StringBuilder text = new StringBuilder();
    if (method.safe()) {
      text.append("safe; ");
    } else if (method.idempotent()) {
      text.append("idempotent; ");
    }
    text.append(method.timeout().map(Limits::total).orElse("within 10 s, the default"));
    attempt(method.attemptTimeout()).ifPresent(text::append);
    text.append(method.detached() ? "; does not inherit the deadline of a surrounding call" : "");
    return text.toString();
  }

  private static String total(Duration timeout) {
    return timeout.isZero() ? "without a limit of its own" : "within " + text(timeout);
  }

  private static Optional<String> attempt(Optional<Duration> timeout) {
    return timeout
        .filter(duration -> !duration.isZero())
        .map(duration -> ", each attempt within " + text(duration));
  }

  /** As in {@code 300 ms}, {@code 2 s}, {@code 1.5 s}. */
  static String text(Duration duration) {
    long millis = duration.toMillis();
    if (!Duration.ofMillis(millis).equals(duration)) {
      return duration.toNanos() + " ns";
    }
    if (millis < 1000) {
      return millis + " ms";
    }
    return millis % 1000 == 0
        ? millis / 1000 + " s"
        : String.format(Locale.ROOT, "%d.%03d s", millis / 1000, millis % 1000)
            .replaceAll("0+ s", " s");
  }
}
