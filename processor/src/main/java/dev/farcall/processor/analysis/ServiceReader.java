package dev.farcall.processor.analysis;

import com.palantir.javapoet.ClassName;
import dev.farcall.processor.model.MethodModel;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.ServiceModel;
import dev.farcall.processor.model.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.ModuleElement.ExportsDirective;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Reads a {@code @Remote} interface. */
final class ServiceReader {

  private final Compilation compilation;
  private final Problems problems;
  private final Homes homes;
  private final RemoteMethods remoteMethods;
  private final MethodReader methods;
  private final Routes routes;
  private final Docs docs;

  ServiceReader(
      Compilation compilation,
      Problems problems,
      Homes homes,
      MethodReader methods,
      Routes routes) {
    this.compilation = compilation;
    this.problems = problems;
    this.homes = homes;
    this.remoteMethods = new RemoteMethods(compilation, problems);
    this.methods = methods;
    this.routes = routes;
    this.docs = new Docs(compilation.elements());
  }

  RemoteMethods remoteMethods() {
    return remoteMethods;
  }

  /** Whether an interface can be read; if not, it is told. */
  boolean isReadable(TypeElement element) {
    String name = Names.label(element);
    JavacSite site = JavacSite.of(element);
    if (element.getKind() != ElementKind.INTERFACE) {
      JavacSite remote = Mark.on(element, Annotations.REMOTE).map(Mark::site).orElse(site);
      problems.add(Texts.notAnInterface(remote, name, kindOf(element)));
      return false;
    }
    if (!element.getTypeParameters().isEmpty()) {
      problems.add(Texts.generic(site, name));
      return false;
    }
    requireVisible(element, name, site);
    return true;
  }

  /** The names of an interface as a service. */
  ServiceNames names(TypeElement element) {
    return new ServiceNames(
        ClassName.get(element),
        Names.label(element),
        element.getSimpleName().toString(),
        Names.flat(element),
        new Scope(homes.of(element), null));
  }

  /** Reads the interface into the schema of its package, unless it is a twin. */
  void read(TypeElement element) {
    if (Twins.originalOf(element).isPresent() || !isReadable(element)) {
      return;
    }
    ServiceNames names = names(element);
    Home home = names.scope().home();
    List<MethodModel> read = new ArrayList<>();
    for (ExecutableElement method : remoteMethods.of(element)) {
      methods.read(method, element, names).ifPresent(read::add);
    }
    Mark.on(element, Annotations.HTTP)
        .ifPresent(mark -> routes.checkHttp(mark, names.label(), mark.site("value"), read));
    home.draft()
        .add(model(element, names, names.protoName(), home.fullName(names.protoName()), read));
  }

  /** The model of a twin. */
  ServiceModel model(
      TypeElement twin, ServiceNames names, ServiceModel service, List<MethodModel> methods) {
    return model(twin, names, service.protoName(), service.fullName(), methods);
  }

  private ServiceModel model(
      TypeElement element,
      ServiceNames names,
      String protoName,
      String fullName,
      List<MethodModel> methods) {
    Home home = names.scope().home();
    return new ServiceModel(
        names.javaType(),
        home.className(names.flat() + "Client"),
        home.className(names.flat() + "Dispatcher"),
        protoName,
        fullName,
        memberTypes(element),
        List.copyOf(methods),
        docs.of(element),
        compilation.elements().isDeprecated(element),
        JavacSite.of(element));
  }

  private List<String> memberTypes(TypeElement element) {
    return ElementFilter.typesIn(compilation.elements().getAllMembers(element)).stream()
        .map(type -> type.getSimpleName().toString())
        .toList();
  }

  private void requireVisible(TypeElement element, String name, JavacSite site) {
    TypeElement each = element;
    while (true) {
      if (!each.getModifiers().contains(Modifier.PUBLIC)) {
        problems.add(
            Texts.notPublic(
                site,
                name,
                each.equals(element)
                    ? "is not public"
                    : "is nested in " + Names.label(each) + ", which is not public"));
        return;
      }
      if (!(each.getEnclosingElement() instanceof TypeElement outer)) {
        break;
      }
      each = outer;
    }
    PackageElement javaPackage = compilation.elements().getPackageOf(element);
    ModuleElement module = compilation.elements().getModuleOf(element);
    if (module != null
        && !module.isUnnamed()
        && !module.isOpen()
        && !exports(module, javaPackage)) {
      problems.add(
          Texts.notExported(
              site,
              name,
              javaPackage.getQualifiedName().toString(),
              module.getQualifiedName().toString()));
    }
  }

  private static boolean exports(ModuleElement module, PackageElement javaPackage) {
    return module.getDirectives().stream()
        .anyMatch(
            directive ->
                directive instanceof ExportsDirective exports
                    && exports.getPackage().equals(javaPackage)
                    && exports.getTargetModules() == null);
  }

  private static String kindOf(TypeElement element) {
    return element.getKind() == ElementKind.ANNOTATION_TYPE
        ? "annotation"
        : element.getKind().name().toLowerCase(Locale.ROOT);
  }
}
