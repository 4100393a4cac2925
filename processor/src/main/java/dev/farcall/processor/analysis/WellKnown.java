package dev.farcall.processor.analysis;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.farcall.processor.model.ImportModel;

/** The files of protobuf itself that schemas import. */
final class WellKnown {

  private static final ClassName SCHEMAS = ClassName.get("dev.farcall.wire", "WellKnownSchemas");

  static final ImportModel TIMESTAMP =
      new ImportModel("google/protobuf/timestamp.proto", CodeBlock.of("$T.TIMESTAMP", SCHEMAS));

  static final ImportModel DURATION =
      new ImportModel("google/protobuf/duration.proto", CodeBlock.of("$T.DURATION", SCHEMAS));

  private WellKnown() {}
}
