package dev.farcall.processor.analysis;

import com.palantir.javapoet.ClassName;
import dev.farcall.policy.Durations;
import dev.farcall.processor.model.ErrorModel;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads the {@code @RemoteError}s that a method declares. */
final class ErrorReader {

  private static final Pattern REASON = Pattern.compile("[A-Z][A-Z0-9_]{0,61}[A-Z0-9]");

  private final Compilation compilation;
  private final Problems problems;
  private final Declarations declarations;
  private final Set<TypeElement> judged = new HashSet<>();

  ErrorReader(Compilation compilation, Problems problems, Declarations declarations) {
    this.compilation = compilation;
    this.problems = problems;
    this.declarations = declarations;
  }

  List<ErrorModel> read(MethodReader.Call call) {
    List<ErrorModel> errors = new ArrayList<>();
    for (TypeMirror thrown : call.type().getThrownTypes()) {
      if (thrown.getKind() == TypeKind.ERROR) {
        throw new UnresolvedTypeException(thrown.toString());
      }
      TypeElement element = (TypeElement) compilation.types().asElement(thrown);
      if (Mark.has(element, Annotations.REMOTE_ERROR)) {
        error(element, call).ifPresent(errors::add);
      } else if (isChecked((DeclaredType) element.asType())) {
        problems.add(
            Texts.undeclaredError(
                call.scope().site(call.method()), Names.label(element), call.label()));
      }
    }
    return List.copyOf(errors);
  }

  /** Judges an exception's class, whether or not a method declares it. */
  boolean judge(TypeElement element, Scope scope) {
    Mark mark = Mark.on(element, Annotations.REMOTE_ERROR).orElseThrow();
    String label = Names.label(element);
    String found = badClass(element);
    if (!judged.add(element)) {
      return found.isEmpty();
    }
    if (!found.isEmpty()) {
      problems.add(Texts.badErrorClass(scope.site(mark.site()), label, found));
    }
    if (mark.constant("code").equals("OK")) {
      problems.add(
          Texts.badErrorName(scope.site(mark.site("code")), label, "code OK", "any other code"));
    }
    String reason = mark.text("reason");
    if (!reason.isEmpty() && !REASON.matcher(reason).matches()) {
      problems.add(
          Texts.badErrorName(
              scope.site(mark.site("reason")),
              label,
              "reason '" + reason + "'",
              "upper snake case of 2 to 63 characters, as in USER_NOT_FOUND"));
    }
    return found.isEmpty();
  }

  private Optional<ErrorModel> error(TypeElement element, MethodReader.Call call) {
    Scope scope =
        compilation.isRoot(element)
            ? call.scope()
            : new Scope(call.scope().home(), call.scope().site(call.method()));
    if (!judge(element, scope)) {
      return Optional.empty();
    }
    Mark mark = Mark.on(element, Annotations.REMOTE_ERROR).orElseThrow();
    String reason = mark.text("reason");
    Use use =
        new Use(
            "the throws clause of " + call.label(),
            call.label(),
            List.of(call.method()),
            call.scope());
    return declarations
        .error(element, use)
        .map(
            message ->
                new ErrorModel(
                    ClassName.get(element),
                    mark.constant("code"),
                    reason.isEmpty()
                        ? Names.upperSnake(element.getSimpleName().toString())
                        : reason,
                    message,
                    retryAfter(element, scope)));
  }

  /** After which time to come again, if the exception is one that passes. */
  private Optional<Duration> retryAfter(TypeElement element, Scope scope) {
    Optional<Mark> passing = Mark.on(element, Annotations.TRANSIENT);
    if (passing.isEmpty()) {
      return Optional.empty();
    }
    Mark mark = passing.get();
    if (Mark.has(element, Annotations.PERMANENT)) {
      problems.add(
          Texts.badErrorName(
              scope.site(mark.site()),
              Names.label(element),
              "both @Transient and @Permanent",
              "one of them, or none"));
    }
    Duration delay = Durations.parse(mark.text("retryAfter"));
    if (delay == null) {
      problems.add(
          Texts.badSetting(
              scope.site(mark.site("retryAfter")),
              "Transient",
              Names.label(element),
              "retryAfter = " + mark.text("retryAfter"),
              Durations.FORM));
    }
    return Optional.of(delay == null ? Duration.ZERO : delay);
  }

  private String badClass(TypeElement element) {
    if (element.getKind() != ElementKind.CLASS || !is(element.asType(), "java.lang.Exception")) {
      return "no exception";
    }
    if (element.getModifiers().contains(Modifier.ABSTRACT)) {
      return "abstract";
    }
    if (!element.getTypeParameters().isEmpty()) {
      return "generic";
    }
    if (element.getNestingKind().isNested() && !element.getModifiers().contains(Modifier.STATIC)) {
      return "an inner class";
    }
    return element.getModifiers().contains(Modifier.PRIVATE) ? "private" : "";
  }

  private boolean isChecked(DeclaredType thrown) {
    return !is(thrown, "java.lang.RuntimeException")
        && !is(thrown, "java.lang.Error")
        && !Names.full(thrown).equals("java.io.IOException");
  }

  private boolean is(TypeMirror type, String supertype) {
    TypeElement known = compilation.find(supertype);
    return known != null && compilation.types().isSubtype(type, known.asType());
  }
}
