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

  /** Reads the interface into the schema of its package. */
  void read(TypeElement element) {
    String name = Names.label(element);
    JavacSite site = JavacSite.of(element);
    if (element.getKind() != ElementKind.INTERFACE) {
      JavacSite remote = Mark.on(element, Annotations.REMOTE).map(Mark::site).orElse(site);
      problems.add(Texts.notAnInterface(remote, name, kindOf(element)));
      return;
    }
    if (!element.getTypeParameters().isEmpty()) {
      problems.add(Texts.generic(site, name));
      return;
    }
    requireVisible(element, name, site);
    Home home = homes.of(element);
    String flat = Names.flat(element);
    ServiceNames names =
        new ServiceNames(
            ClassName.get(element),
            name,
            element.getSimpleName().toString(),
            flat,
            new Scope(home, null));
    List<MethodModel> read = new ArrayList<>();
    for (ExecutableElement method : remoteMethods.of(element)) {
      methods.read(method, element, names).ifPresent(read::add);
    }
    Mark.on(element, Annotations.HTTP)
        .ifPresent(mark -> routes.checkHttp(mark, name, mark.site("value"), read));
    home.draft()
        .add(
            new ServiceModel(
                names.javaType(),
                home.className(flat + "Client"),
                home.className(flat + "Dispatcher"),
                names.protoName(),
                home.fullName(names.protoName()),
                memberTypes(element),
                List.copyOf(read),
                docs.of(element),
                compilation.elements().isDeprecated(element),
                site));
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
