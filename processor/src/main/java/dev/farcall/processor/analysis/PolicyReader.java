package dev.farcall.processor.analysis;

import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * Reads the policies of a method: its own annotation, else that of the service, else that of the
 * super-interface that declares it.
 */
final class PolicyReader {

  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

  private final Problems problems;

  PolicyReader(Problems problems) {
    this.problems = problems;
  }

  /** What the annotations say. */
  record Policies(
      Optional<Duration> timeout,
      Optional<Duration> attemptTimeout,
      boolean detached,
      boolean nonBlocking) {}

  Policies read(ExecutableElement method, TypeElement service, MethodReader.Call call) {
    var places = List.of(method, service, method.getEnclosingElement());
    Optional<Mark> timeout = Mark.on(places, Annotations.TIMEOUT);
    Optional<Duration> total = timeout.flatMap(mark -> duration(mark, "value", call));
    Optional<Duration> attempt = timeout.flatMap(mark -> duration(mark, "attempt", call));
    if (isAbove(attempt, total)) {
      Mark mark = timeout.orElseThrow();
      problems.add(
          Texts.attemptAboveTotal(
              call.scope().site(mark.site("attempt")),
              label(mark, call),
              mark.text("attempt"),
              mark.text("value")));
    }
    refuseNonBlocking(method, call);
    return new Policies(
        total,
        attempt,
        Mark.on(places, Annotations.DEADLINE).map(mark -> mark.flag("detach")).orElse(false),
        Mark.on(places, Annotations.NON_BLOCKING).isPresent());
  }

  private void refuseNonBlocking(ExecutableElement method, MethodReader.Call call) {
    Mark.on(method, Annotations.NON_BLOCKING)
        .filter(mark -> Shapes.isStage(call.type().getReturnType()))
        .ifPresent(
            mark ->
                problems.add(
                    Texts.noEffect(
                        call.scope().site(mark.site()),
                        "NonBlocking",
                        call.label(),
                        "a method that returns a CompletionStage is taken to be non-blocking."
                            + " Remove it")));
  }

  private static boolean isAbove(Optional<Duration> attempt, Optional<Duration> total) {
    return attempt.isPresent()
        && total.isPresent()
        && !total.get().isZero()
        && attempt.get().compareTo(total.get()) > 0;
  }

  private Optional<Duration> duration(Mark mark, String member, MethodReader.Call call) {
    String text = mark.text(member);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (text.equals("0")) {
      return Optional.of(Duration.ZERO);
    }
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      problems.add(
          Texts.badDuration(
              call.scope().site(mark.site(member)), "Timeout", text, label(mark, call)));
      return Optional.empty();
    }
    long amount = Long.parseLong(matcher.group(1));
    return Optional.of(
        switch (matcher.group(2)) {
          case "ms" -> Duration.ofMillis(amount);
          case "s" -> Duration.ofSeconds(amount);
          case "m" -> Duration.ofMinutes(amount);
          default -> Duration.ofHours(amount);
        });
  }

  private static String label(Mark mark, MethodReader.Call call) {
    return mark.element() instanceof TypeElement type ? Names.label(type) : call.label();
  }
}
