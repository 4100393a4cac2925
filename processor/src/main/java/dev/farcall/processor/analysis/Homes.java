package dev.farcall.processor.analysis;

import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/** The proto packages of this compilation, and which of them a declaration belongs to. */
final class Homes {

  private final Compilation compilation;
  private final Problems problems;
  private final Map<String, SchemaDraft> drafts = new TreeMap<>();

  Homes(Compilation compilation, Problems problems) {
    this.compilation = compilation;
    this.problems = problems;
  }

  /** The home of a type of this module. */
  Home of(TypeElement type) {
    PackageElement javaPackage = compilation.elements().getPackageOf(type);
    return home(protoPackage(type, javaPackage), javaPackage);
  }

  /** The home of a type of this module whose proto package is said by itself. */
  Home of(TypeElement type, String protoPackage) {
    return home(protoPackage, compilation.elements().getPackageOf(type));
  }

  /** All packages with something in them, by name. */
  List<SchemaDraft> drafts() {
    List<SchemaDraft> filled = new ArrayList<>(drafts.values());
    filled.removeIf(SchemaDraft::isEmpty);
    return filled;
  }

  private Home home(String protoPackage, PackageElement javaPackage) {
    String name = javaPackage.getQualifiedName().toString();
    SchemaDraft draft = drafts.computeIfAbsent(protoPackage, SchemaDraft::new);
    draft.declaredIn(name);
    return new Home(draft, name);
  }

  private String protoPackage(Element type, PackageElement javaPackage) {
    String name = javaPackage.getQualifiedName().toString();
    Optional<Mark> schema = Mark.on(javaPackage, Annotations.SCHEMA);
    if (schema.isPresent()) {
      String value = schema.get().text("value");
      if (Names.isQualified(value)) {
        return value;
      }
      problems.add(Texts.badProtoName(schema.get().site("value"), "Schema", value, name));
    }
    if (name.isEmpty()) {
      problems.add(Texts.unnamedPackage(JavacSite.of(type), type.getSimpleName().toString()));
    } else if (!Names.isQualified(name)) {
      problems.add(Texts.notAnIdentifier(JavacSite.of(type), name, "package " + name));
    }
    return name;
  }
}
