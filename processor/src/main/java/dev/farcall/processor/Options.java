package dev.farcall.processor;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The options of the processor.
 *
 * @param warnings whether warnings and notes are shown; {@code -Afarcall.warnings=off} hides them
 * @param schema the directory of the locks, {@code -Afarcall.schema=<dir>}
 * @param mode what is done with them, {@code -Afarcall.schema.mode=update}; the system property of
 *     that name where the option is absent, so that {@code mvn compile
 *     -Dfarcall.schema.mode=update} needs no change of a POM
 */
record Options(boolean warnings, Optional<Path> schema, Optional<String> mode) {

  private static final String WARNINGS = "farcall.warnings";
  private static final String SCHEMA = "farcall.schema";
  private static final String MODE = "farcall.schema.mode";

  static final Set<String> NAMES = Set.of(WARNINGS, SCHEMA, MODE);

  static Options of(Map<String, String> options) {
    return new Options(
        !"off".equals(options.get(WARNINGS)),
        Optional.ofNullable(options.get(SCHEMA)).map(Path::of),
        Optional.ofNullable(options.get(MODE))
            .or(() -> Optional.ofNullable(System.getProperty(MODE))));
  }
}
