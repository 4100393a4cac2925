package dev.farcall.processor.check;

import com.palantir.javapoet.TypeName;
import java.util.regex.Pattern;

/** How types are shown in texts. */
final class Labels {

  private static final Pattern PACKAGES =
      Pattern.compile("\\b(?:[a-z_][A-Za-z0-9_]*\\.)+(?=[A-Z])");

  private Labels() {}

  /** Without packages: {@code List<String>}. */
  static String brief(TypeName type) {
    return PACKAGES.matcher(type.toString()).replaceAll("");
  }
}
