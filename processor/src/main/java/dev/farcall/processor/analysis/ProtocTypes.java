package dev.farcall.processor.analysis;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.farcall.processor.model.ImportModel;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.Texts;
import dev.farcall.processor.model.ValueType;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Reads types that protoc generated: they stay as they are, and their file is imported. */
final class ProtocTypes {

  private static final ClassName FILE_SCHEMA = ClassName.get("dev.farcall.wire", "FileSchema");
  private static final ClassName FILE_DESCRIPTOR =
      ClassName.get("com.google.protobuf", "Descriptors", "FileDescriptor");

  private final Compilation compilation;
  private final Problems problems;
  private final ProtocFiles files;

  ProtocTypes(Compilation compilation, Problems problems) {
    this.compilation = compilation;
    this.problems = problems;
    this.files = new ProtocFiles(compilation);
  }

  boolean isMessage(TypeElement element) {
    return is(element, "com.google.protobuf.MessageLite");
  }

  boolean isProtoc(TypeElement element) {
    return isMessage(element) || is(element, "com.google.protobuf.Internal.EnumLite");
  }

  @Nullable ValueType read(TypeElement element, Use use) {
    boolean isMessage = is(element, "com.google.protobuf.Message");
    if (!isMessage && !is(element, "com.google.protobuf.ProtocolMessageEnum")) {
      problems.add(
          Texts.liteMessage(use.site(), element.getQualifiedName().toString(), use.place()));
      return null;
    }
    Optional<ProtocFile.Declared> declared = files.find(element);
    if (declared.isEmpty()) {
      problems.add(
          Texts.unreadableProtoc(use.site(), element.getQualifiedName().toString(), use.place()));
      return null;
    }
    ClassName javaType = ClassName.get(element);
    String fullName = declared.get().fullName();
    use.scope().home().draft().use(file(declared.get().path(), javaType));
    return isMessage
        ? new ValueType.ForeignMessage(javaType, fullName)
        : new ValueType.ForeignEnum(javaType, fullName);
  }

  private static ImportModel file(String path, ClassName javaType) {
    if (path.equals(WellKnown.TIMESTAMP.path())) {
      return WellKnown.TIMESTAMP;
    }
    if (path.equals(WellKnown.DURATION.path())) {
      return WellKnown.DURATION;
    }
    return new ImportModel(
        path,
        CodeBlock.of(
            "$1T.of($2T.getDescriptor().getFile(), $3T::getName, $3T::getDependencies,"
                + " file -> file.toProto().toByteArray())",
            FILE_SCHEMA,
            javaType,
            FILE_DESCRIPTOR));
  }

  private boolean is(TypeElement element, String supertype) {
    TypeElement known = compilation.find(supertype);
    return known != null && compilation.types().isAssignable(element.asType(), known.asType());
  }
}
