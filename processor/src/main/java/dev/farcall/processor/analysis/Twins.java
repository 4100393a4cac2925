package dev.farcall.processor.analysis;

import com.palantir.javapoet.ClassName;
import dev.farcall.processor.model.MethodModel;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.SchemaModel;
import dev.farcall.processor.model.ServiceModel;
import dev.farcall.processor.model.Texts;
import dev.farcall.processor.model.TwinModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Reads interfaces that are the same service as another in other shapes, when that has been read.
 */
final class Twins {

  private final Compilation compilation;
  private final Problems problems;
  private final Homes homes;
  private final ServiceReader services;
  private final TwinMethods methods;
  private final ForeignServices foreign;
  private final List<TwinModel> read = new ArrayList<>();

  Twins(
      Compilation compilation,
      Problems problems,
      Homes homes,
      ServiceReader services,
      MethodReader methods) {
    this.compilation = compilation;
    this.problems = problems;
    this.homes = homes;
    this.services = services;
    this.methods = new TwinMethods(compilation, problems, methods);
    this.foreign = new ForeignServices(compilation);
  }

  /** What was read. */
  List<TwinModel> twins() {
    return read;
  }

  /**
   * The interface whose twin a type is.
   *
   * @throws UnresolvedTypeException if it does not exist yet
   */
  static Optional<TypeElement> originalOf(TypeElement type) {
    Optional<TypeMirror> of = Mark.on(type, Annotations.REMOTE).flatMap(mark -> mark.type("of"));
    of.filter(named -> named.getKind() == TypeKind.ERROR)
        .ifPresent(
            unknown -> {
              throw new UnresolvedTypeException(unknown.toString());
            });
    return of.filter(named -> named.getKind() == TypeKind.DECLARED)
        .map(named -> (TypeElement) ((DeclaredType) named).asElement());
  }

  /** Reads a type, if it is a twin. */
  void read(TypeElement type) {
    Optional<TypeElement> original = originalOf(type);
    if (original.isEmpty() || !services.isReadable(type)) {
      return;
    }
    Optional<String> wrong = wrong(type, original.get());
    Optional<SchemaModel> schema = wrong.isEmpty() ? schemaOf(original.get()) : Optional.empty();
    if (wrong.isEmpty() && schema.isEmpty() && !compilation.isRoot(original.get())) {
      wrong = Optional.of("its module was compiled without farcall-processor");
    }
    wrong.ifPresent(
        found ->
            problems.add(
                Texts.badTwin(
                    Mark.on(type, Annotations.REMOTE).orElseThrow().site("of"),
                    Names.label(type),
                    Names.label(original.get()),
                    found)));
    schema
        .flatMap(known -> service(known, original.get()))
        .ifPresent(service -> read(type, original.get(), service, schema.get()));
  }

  private Optional<String> wrong(TypeElement type, TypeElement original) {
    if (original.equals(type)) {
      return Optional.of("it is that itself");
    }
    if (original.getKind() != ElementKind.INTERFACE || !Mark.has(original, Annotations.REMOTE)) {
      return Optional.of("it is no @Remote interface");
    }
    Optional<TypeElement> further = originalOf(original);
    if (further.isPresent()) {
      return Optional.of("it is a twin of " + Names.label(further.get()));
    }
    return compilation.packageOf(type).equals(compilation.packageOf(original))
        ? Optional.empty()
        : Optional.of("it is in package " + compilation.packageOf(original));
  }

  /** The schema that has a service; none if what is wrong with it was told, or cannot be known. */
  private Optional<SchemaModel> schemaOf(TypeElement original) {
    if (!compilation.isRoot(original)) {
      return foreign.schemaOf(original);
    }
    return homes.drafts().stream()
        .map(draft -> draft.finish(false))
        .filter(schema -> service(schema, original).isPresent())
        .findFirst();
  }

  private static Optional<ServiceModel> service(SchemaModel schema, TypeElement original) {
    return schema.services().stream()
        .filter(service -> service.javaType().equals(ClassName.get(original)))
        .findFirst();
  }

  private void read(
      TypeElement type, TypeElement original, ServiceModel service, SchemaModel schema) {
    ServiceNames names = services.names(type);
    methods.refuseHttp(type, names, original);
    Map<String, ExecutableElement> originals = new HashMap<>();
    for (ExecutableElement method : services.remoteMethods().membersOf(original)) {
      if (RemoteMethods.isMarkedRemote(method)) {
        originals.putIfAbsent(MethodReader.rpcName(method), method);
      }
    }
    Map<String, MethodModel> twins = new HashMap<>();
    List<MethodModel> all = new ArrayList<>();
    for (ExecutableElement method : services.remoteMethods().of(type)) {
      TwinMethods.Pair pair =
          new TwinMethods.Pair(method, type, originals.get(MethodReader.rpcName(method)), original);
      methods
          .read(pair, names, service)
          .filter(each -> isNew(each, twins, names))
          .ifPresent(all::add);
    }
    read.add(new TwinModel(services.model(type, names, service, all), service, schema));
  }

  private boolean isNew(MethodModel method, Map<String, MethodModel> known, ServiceNames names) {
    MethodModel other = known.putIfAbsent(method.rpcName(), method);
    if (other != null) {
      problems.add(
          Texts.sameRpcName(
              method.site(), names.label(), other.javaName(), method.javaName(), method.rpcName()));
    }
    return other == null;
  }
}
