package dev.farcall.processor.analysis;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.Texts;
import dev.farcall.processor.model.ValueType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** The {@code @WireAdapter}s of this compilation, and those that a package lists. */
final class Adapters {

  private static final String CURE =
      "Give it two public static methods: W toWire(T value) and T fromWire(W wire).";

  private final Compilation compilation;
  private final Problems problems;
  private final ValueReader values;
  private final Map<String, Adapter> own = new LinkedHashMap<>();
  private final Map<String, Map<String, Adapter>> listed = new HashMap<>();

  Adapters(Compilation compilation, Problems problems, ValueReader values) {
    this.compilation = compilation;
    this.problems = problems;
    this.values = values;
  }

  private record Adapter(TypeElement element, ExecutableElement toWire, TypeMirror wire) {}

  /** Adds an adapter of this compilation. */
  void add(TypeElement element) {
    add(element, own, Mark.on(element, Annotations.WIRE_ADAPTER).orElseThrow().site());
  }

  boolean has(TypeMirror type, Use use) {
    return find(type, use).isPresent();
  }

  /** The adapted type as the wire type of its adapter, or null if that is none. */
  @Nullable ValueType read(TypeMirror type, Use use) {
    Adapter adapter = find(type, use).orElseThrow();
    String label = Names.label(adapter.element());
    Scope scope =
        new Scope(use.scope().home(), compilation.isRoot(adapter.element()) ? null : use.site());
    Use inner =
        new Use("the wire form of " + label, label + ".toWire", List.of(adapter.toWire()), scope);
    if (has(adapter.wire(), use)) {
      problems.add(
          Texts.badAdapter(
              inner.site(),
              label,
              "its wire form " + Names.brief(adapter.wire()) + " is adapted as well",
              "Return a type that can travel as it is."));
      return null;
    }
    ValueType value = values.value(adapter.wire(), inner);
    return value == null
        ? null
        : new ValueType.Adapted(TypeName.get(type), ClassName.get(adapter.element()), value);
  }

  private Optional<Adapter> find(TypeMirror type, Use use) {
    if (type.getKind() != TypeKind.DECLARED) {
      return Optional.empty();
    }
    String key = Names.full(type);
    Adapter adapter = own.get(key);
    return Optional.ofNullable(
        adapter == null ? listed(use.scope().home().javaPackage()).get(key) : adapter);
  }

  private Map<String, Adapter> listed(String javaPackage) {
    Map<String, Adapter> known = listed.get(javaPackage);
    if (known != null) {
      return known;
    }
    Map<String, Adapter> found = new LinkedHashMap<>();
    listed.put(javaPackage, found);
    PackageElement element = compilation.elements().getPackageElement(javaPackage);
    if (element != null) {
      Mark.on(element, Annotations.SCHEMA).ifPresent(schema -> addListed(schema, found));
    }
    return found;
  }

  private void addListed(Mark schema, Map<String, Adapter> found) {
    for (AnnotationValue each : schema.list("adapters")) {
      JavacSite site = new JavacSite(schema.element(), schema.mirror(), each);
      if (!(each.getValue() instanceof DeclaredType type)) {
        throw new UnresolvedTypeException(each.toString());
      }
      TypeElement element = (TypeElement) type.asElement();
      if (Mark.has(element, Annotations.WIRE_ADAPTER)) {
        add(element, found, site);
      } else {
        problems.add(
            Texts.badAdapter(
                site,
                Names.label(element),
                "the class has no such annotation",
                "Annotate it, or remove it from the list."));
      }
    }
  }

  private void add(TypeElement element, Map<String, Adapter> adapters, JavacSite site) {
    String label = Names.label(element);
    Optional<ExecutableElement> toWire = method(element, "toWire");
    Optional<ExecutableElement> fromWire = method(element, "fromWire");
    if (toWire.isEmpty() || fromWire.isEmpty()) {
      String missing = toWire.isEmpty() ? "toWire" : "fromWire";
      problems.add(
          Texts.badAdapter(
              site, label, "has no public static method '" + missing + "' of one parameter", CURE));
      return;
    }
    TypeMirror adapted = fromWire.get().getReturnType();
    TypeMirror wire = toWire.get().getReturnType();
    if (!same(toWire.get().getParameters().get(0).asType(), adapted)
        || !same(fromWire.get().getParameters().get(0).asType(), wire)) {
      problems.add(
          Texts.badAdapter(site, label, "toWire and fromWire are not each other's inverse", CURE));
      return;
    }
    if (!element.getModifiers().contains(Modifier.PUBLIC)) {
      problems.add(
          Texts.badAdapter(
              site, label, "is not public", "Make it public, so that generated code can call it."));
      return;
    }
    Adapter former =
        adapters.putIfAbsent(Names.full(adapted), new Adapter(element, toWire.get(), wire));
    if (former != null && !former.element().equals(element)) {
      problems.add(
          Texts.badAdapter(
              site,
              label,
              "adapts " + Names.brief(adapted) + ", as " + Names.label(former.element()) + " does",
              "Keep one of them."));
    }
  }

  private static Optional<ExecutableElement> method(TypeElement type, String name) {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .filter(method -> method.getSimpleName().contentEquals(name))
        .filter(method -> method.getModifiers().contains(Modifier.PUBLIC))
        .filter(method -> method.getModifiers().contains(Modifier.STATIC))
        .filter(method -> method.getParameters().size() == 1)
        .findFirst();
  }

  private static boolean same(TypeMirror first, TypeMirror second) {
    return Names.full(first).equals(Names.full(second));
  }
}
