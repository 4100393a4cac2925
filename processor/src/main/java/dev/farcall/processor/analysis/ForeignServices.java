package dev.farcall.processor.analysis;

import com.palantir.javapoet.ClassName;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.SchemaModel;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/**
 * Reads services of other modules, for their twins. They were judged when their own module was
 * compiled: what is wrong with them is not told again.
 */
final class ForeignServices {

  private final Compilation compilation;

  ForeignServices(Compilation compilation) {
    this.compilation = compilation;
  }

  /** The service and its messages, in the schema that its own module generated for it. */
  Optional<SchemaModel> schemaOf(TypeElement service) {
    return new Owners(compilation)
        .ofService(service)
        .flatMap(
            mark ->
                mark.type("schema")
                    .map(type -> ClassName.get((TypeElement) ((DeclaredType) type).asElement())))
        .flatMap(
            schemaClass ->
                new SchemaReader(compilation, new Problems())
                    .readForeign(service)
                    .map(schema -> in(schemaClass, schema)));
  }

  private static SchemaModel in(ClassName schemaClass, SchemaModel read) {
    return new SchemaModel(
        read.protoPackage(),
        read.path(),
        schemaClass,
        read.services(),
        read.messages(),
        read.enums(),
        read.imports(),
        read.jsonFormat());
  }
}
