package dev.farcall.processor.analysis;

import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * The annotated types from which reading starts, by qualified name: elements do not outlive a
 * round, and sorted names make the result independent of the order of the compiler's arguments.
 */
public final class Roots {

  private final Compilation compilation;
  private final Set<String> services = new TreeSet<>();
  private final Set<String> messages = new TreeSet<>();
  private final Set<String> errors = new TreeSet<>();
  private final Set<String> adapters = new TreeSet<>();
  private final Set<String> all = new TreeSet<>();

  public Roots(Compilation compilation) {
    this.compilation = compilation;
  }

  /** Adds what a round brings. */
  public void add(RoundEnvironment round) {
    compilation.addRoots(round.getRootElements());
    addNames(round.getRootElements(), all);
    add(round, Annotations.REMOTE, services);
    add(round, Annotations.MESSAGE, messages);
    add(round, Annotations.REMOTE_ERROR, errors);
    add(round, Annotations.WIRE_ADAPTER, adapters);
  }

  /** Whether there is nothing to read or to judge. */
  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** Forgets them: they have been read. */
  public void clear() {
    services.clear();
    messages.clear();
    errors.clear();
    adapters.clear();
    all.clear();
  }

  @Override
  public String toString() {
    return String.join(", ", services) + String.join(", ", messages);
  }

  /** Whether there is a {@code @Remote} interface of that name, and it is not compiled now. */
  public boolean leaveOut(String name) {
    TypeElement type = compilation.find(name);
    return type != null && Mark.has(type, Annotations.REMOTE) && !compilation.isRoot(type);
  }

  Set<String> services() {
    return services;
  }

  Set<String> messages() {
    return messages;
  }

  Set<String> errors() {
    return errors;
  }

  Set<String> adapters() {
    return adapters;
  }

  /** All types that are compiled, annotated or not; not those nested in them. */
  Set<String> all() {
    return all;
  }

  private void add(RoundEnvironment round, String annotation, Set<String> names) {
    TypeElement type = compilation.find(annotation);
    if (type == null) {
      return;
    }
    addNames(round.getElementsAnnotatedWith(type), names);
  }

  private static void addNames(Set<? extends Element> elements, Set<String> names) {
    for (Element element : elements) {
      if (element instanceof TypeElement type) {
        names.add(type.getQualifiedName().toString());
      }
    }
  }
}
