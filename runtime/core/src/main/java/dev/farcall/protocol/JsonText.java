package dev.farcall.protocol;

/** Texts in JSON that no codec writes. */
public final class JsonText {

  private JsonText() {}

  /** Appends the text in quotes; half a surrogate pair becomes a question mark when encoded. */
  public static void quote(String text, StringBuilder to) {
    to.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        to.append('\\').append(c);
      } else if (c < ' ') {
        to.append(String.format("\\u%04x", (int) c));
      } else {
        to.append(c);
      }
    }
    to.append('"');
  }
}
