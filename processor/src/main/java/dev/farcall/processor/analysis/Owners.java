package dev.farcall.processor.analysis;

import com.palantir.javapoet.ClassName;
import dev.farcall.processor.model.ImportModel;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/**
 * Finds what other modules generated: a type is owned if its codec stands beside it on the class
 * path and says so.
 */
final class Owners {

  private final Compilation compilation;

  Owners(Compilation compilation) {
    this.compilation = compilation;
  }

  /** What another module generated for a type. */
  record Owner(ClassName codec, String fullName, ImportModel file) {}

  Optional<Owner> of(TypeElement type) {
    ClassName codec = ClassName.get(compilation.packageOf(type), Names.flat(type) + "Codec");
    return wireType(codec)
        .flatMap(
            mark ->
                mark.type("schema")
                    .map(
                        schema ->
                            new Owner(
                                codec,
                                mark.text("value"),
                                ImportModel.generated(
                                    mark.text("path"),
                                    ClassName.get(
                                        (TypeElement) ((DeclaredType) schema).asElement())))));
  }

  /** What another module says of a service for which it generated a dispatcher. */
  Optional<Mark> ofService(TypeElement service) {
    return wireType(
        ClassName.get(compilation.packageOf(service), Names.flat(service) + "Dispatcher"));
  }

  /** The path of the file whose schema class another module generated, if it did. */
  Optional<String> pathOf(ClassName schemaClass) {
    return wireType(schemaClass).map(mark -> mark.text("path"));
  }

  private Optional<Mark> wireType(ClassName generated) {
    return Optional.ofNullable(compilation.find(generated.canonicalName()))
        .filter(type -> !compilation.isLocal(type))
        .flatMap(type -> Mark.on(type, Annotations.WIRE_TYPE));
  }
}
