package dev.farcall.processor;

import java.util.Map;
import java.util.Set;

/**
 * The options of the processor.
 *
 * @param warnings whether warnings and notes are shown; {@code -Afarcall.warnings=off} hides them
 */
record Options(boolean warnings) {

  private static final String WARNINGS = "farcall.warnings";

  static final Set<String> NAMES = Set.of(WARNINGS);

  static Options of(Map<String, String> options) {
    return new Options(!"off".equals(options.get(WARNINGS)));
  }
}
