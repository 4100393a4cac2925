package dev.farcall.processor;

import dev.farcall.processor.analysis.JavacSite;
import dev.farcall.processor.model.Problem;
import dev.farcall.processor.model.Problem.Severity;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Shows problems at the place they concern. */
final class ProblemPrinter {

  private final Messager messager;
  private final Options options;

  ProblemPrinter(Messager messager, Options options) {
    this.messager = messager;
    this.options = options;
  }

  void print(Problem problem) {
    @Nullable JavacSite site = problem.site() instanceof JavacSite known ? known : null;
    if (problem.severity() != Severity.ERROR && isSilenced(problem, site)) {
      return;
    }
    Diagnostic.Kind kind =
        switch (problem.severity()) {
          case ERROR -> Diagnostic.Kind.ERROR;
          case WARNING -> Diagnostic.Kind.WARNING;
          case NOTE -> Diagnostic.Kind.NOTE;
        };
    if (site == null) {
      messager.printMessage(kind, problem.toString());
    } else if (site.annotation() == null) {
      messager.printMessage(kind, problem.toString(), site.element());
    } else if (site.value() == null) {
      messager.printMessage(kind, problem.toString(), site.element(), site.annotation());
    } else {
      messager.printMessage(
          kind, problem.toString(), site.element(), site.annotation(), site.value());
    }
  }

  private boolean isSilenced(Problem problem, @Nullable JavacSite site) {
    if (!options.warnings()) {
      return true;
    }
    for (Element each = site == null ? null : site.element();
        each != null;
        each = each.getEnclosingElement()) {
      SuppressWarnings suppressed = each.getAnnotation(SuppressWarnings.class);
      if (suppressed != null && java.util.List.of(suppressed.value()).contains(problem.id())) {
        return true;
      }
    }
    return false;
  }
}
