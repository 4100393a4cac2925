package dev.farcall.processor.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;

/**
 * A file that a schema imports.
 *
 * @param path the import path
 * @param schema an expression of type {@code FileSchema}: {@code WellKnownSchemas.TIMESTAMP},
 *     {@code UsersSchema.FILE}, or one built from a protoc class
 */
public record ImportModel(String path, CodeBlock schema) {

  /** A file that another Farcall module generated. */
  public static ImportModel generated(String path, ClassName schemaClass) {
    return new ImportModel(path, CodeBlock.of("$T.FILE", schemaClass));
  }
}
