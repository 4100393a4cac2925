package dev.farcall.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.farcall.processor.model.ImportModel;
import dev.farcall.processor.model.SchemaModel;
import dev.farcall.processor.model.Site;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Modifier;

/** The class that holds the descriptor of a schema, as strings with a character for each byte. */
final class SchemaEmitter {

  /** A constant may have 65,535 bytes; a character of 0, or of 128 and more, takes two. */
  private static final int BYTES_IN_A_CHUNK = 30_000;

  private static final int CHARACTERS_IN_A_LINE = 80;

  private SchemaEmitter() {}

  static GeneratedFile emit(SchemaModel schema) {
    CodeBlock imports =
        schema.imports().stream().map(ImportModel::schema).collect(CodeBlock.joining(",$W"));
    TypeSpec type =
        Sources.codecClass(schema.schemaClass(), schema.protoPackage(), schema)
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc("The descriptor of {@code $L}.", schema.path())
            .addField(
                FieldSpec.builder(Core.FILE_SCHEMA, "FILE")
                    .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                    .initializer(
                        "new $T($S,$W$T.of($L),$W$T::descriptor)",
                        Core.FILE_SCHEMA,
                        schema.path(),
                        List.class,
                        imports,
                        schema.schemaClass())
                    .build())
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
            .addMethod(
                MethodSpec.methodBuilder("descriptor")
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                    .returns(byte[].class)
                    .addStatement(
                        "$T[] chunks = {\n$>$>$L$<$<\n}",
                        String.class,
                        chunks(Descriptors.bytes(schema)))
                    .addStatement(
                        "return $T.join($S, chunks).getBytes($T.ISO_8859_1)",
                        String.class,
                        "",
                        StandardCharsets.class)
                    .build())
            .build();
    return Sources.file(schema.schemaClass(), type, Site.NONE);
  }

  private static CodeBlock chunks(byte[] bytes) {
    List<CodeBlock> chunks = new ArrayList<>();
    for (int from = 0; from < bytes.length; from += BYTES_IN_A_CHUNK) {
      chunks.add(chunk(bytes, from, Math.min(from + BYTES_IN_A_CHUNK, bytes.length)));
    }
    return chunks.stream().collect(CodeBlock.joining(",\n"));
  }

  private static CodeBlock chunk(byte[] bytes, int from, int to) {
    List<CodeBlock> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (int i = from; i < to; i++) {
      append(line, bytes[i] & 0xFF);
      if (line.length() >= CHARACTERS_IN_A_LINE || i == to - 1) {
        lines.add(CodeBlock.of("$L", "\"" + line + "\""));
        line.setLength(0);
      }
    }
    return lines.stream().collect(CodeBlock.joining("\n+ "));
  }

  /** Octal escapes, which unlike unicode ones are read after the text is split into tokens. */
  private static void append(StringBuilder literal, int b) {
    if (b == '"' || b == '\\') {
      literal.append('\\').append((char) b);
    } else if (b >= ' ' && b <= '~') {
      literal.append((char) b);
    } else {
      literal.append(String.format(Locale.ROOT, "\\%03o", b));
    }
  }
}
