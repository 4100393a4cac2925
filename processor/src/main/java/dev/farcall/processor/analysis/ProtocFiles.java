package dev.farcall.processor.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * Finds the {@code .proto} file of a class that protoc generated. The class itself says neither its
 * proto name nor its file; but beside or around it stands the class of the file, whose code holds
 * the whole descriptor as string constants. They are read from its class file or, where it is
 * compiled together with the sources that use it, from its source.
 */
final class ProtocFiles {

  private static final String FILE_DESCRIPTOR = "com.google.protobuf.Descriptors.FileDescriptor";

  private final Compilation compilation;
  private final Map<String, Optional<ProtocFile>> known = new HashMap<>();

  ProtocFiles(Compilation compilation) {
    this.compilation = compilation;
  }

  /** The proto name and the file of a message or an enum. */
  Optional<ProtocFile.Declared> find(TypeElement type) {
    TypeElement outermost = Compilation.outermost(type);
    List<String> names = List.of(Names.label(type).split("\\.", -1));
    if (isFile(outermost)) {
      return read(outermost).flatMap(file -> file.find(names.subList(1, names.size())));
    }
    for (Element each : compilation.elements().getPackageOf(type).getEnclosedElements()) {
      if (each instanceof TypeElement candidate && isFile(candidate)) {
        Optional<ProtocFile.Declared> found = read(candidate).flatMap(file -> file.find(names));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a class is that of a file: it has the file's descriptor. */
  private static boolean isFile(TypeElement type) {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .filter(method -> method.getSimpleName().contentEquals("getDescriptor"))
        .filter(method -> method.getModifiers().contains(Modifier.STATIC))
        .anyMatch(method -> method.getReturnType().toString().equals(FILE_DESCRIPTOR));
  }

  private Optional<ProtocFile> read(TypeElement file) {
    return known.computeIfAbsent(
        file.getQualifiedName().toString(),
        name ->
            ClassFileStrings.of(file, compilation)
                .or(() -> SourceStrings.of(file, compilation))
                .flatMap(ProtocFile::parse));
  }
}
