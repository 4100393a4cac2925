package dev.farcall.processor.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Damages JSON: at its tokens, which hardly any random byte would hit, and at its bytes. */
final class JsonMutations {

  private static final Pattern TOKEN =
      Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|[-+.\\w]+|[{}\\[\\],:]", Pattern.DOTALL);

  private static final String[] OTHERS = {
    "null",
    "true",
    "0",
    "-0",
    "-0.0",
    "1.5",
    "1e2",
    "1e400",
    "1E-400",
    "1e99999999999",
    "01",
    "+1",
    "-",
    ".5",
    "5.",
    "NaN",
    "\"NaN\"",
    "\"Infinity\"",
    "Infinity",
    "9007199254740993",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775809",
    "18446744073709551615",
    "18446744073709551616",
    "4294967295",
    "4294967296",
    "2147483648",
    "-129",
    "\"\"",
    "\" 1\"",
    "\"1\"",
    "\"1.0\"",
    "\"12e-1\"",
    "\"0x1\"",
    "\"true\"",
    "\"a\"",
    "\"AA==\"",
    "\"_-\"",
    "\"A\"",
    "\"A===\"",
    "\"\\uD800\"",
    "\"\\u0000\"",
    "\"\\ud83d\\ude01\"",
    "\"\\x\"",
    "'a'",
    "\"2026-02-30T00:00:00Z\"",
    "\"2026-01-31T23:59:60Z\"",
    "\"2026-01-31T10:15:00.123456789+01:00\"",
    "\"-0.5s\"",
    "\"1.s\"",
    "\"s\"",
    "\"NEG\"",
    "\"UNKNOWN\"",
    "{}",
    "[]",
    "{\"a\":1}",
    "[1]",
    "[null]",
    "{\"\":null}",
    ",",
    ":",
    "/**/",
    "//\n",
    "\u00a0",
    "\uFEFF"
  };

  private final Random random;
  private final List<byte[]> others;
  private final Mutations bytes;

  /** With other texts, of which tokens are taken. */
  JsonMutations(Random random, List<byte[]> others) {
    this.random = random;
    this.others = others;
    this.bytes = new Mutations(random, others);
  }

  byte[] next(byte[] json) {
    if (random.nextInt(3) == 0) {
      return bytes.next(json);
    }
    String out = new String(json, UTF_8);
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      out = once(out);
    }
    return out.getBytes(UTF_8);
  }

  private String once(String json) {
    int[] token = token(json);
    String found = json.substring(token[0], token[1]);
    String by =
        switch (random.nextInt(5)) {
          case 0 -> "";
          case 1 -> found + found;
          case 2 -> found + "," + found;
          case 3 -> {
            String other = new String(others.get(random.nextInt(others.size())), UTF_8);
            int[] part = token(other);
            yield other.substring(part[0], part[1]);
          }
          default -> OTHERS[random.nextInt(OTHERS.length)];
        };
    return json.substring(0, token[0]) + by + json.substring(token[1]);
  }

  /** One that begins at or after some place, or nothing at the end. */
  private int[] token(String json) {
    Matcher tokens = TOKEN.matcher(json);
    return tokens.find(random.nextInt(json.length() + 1))
        ? new int[] {tokens.start(), tokens.end()}
        : new int[] {json.length(), json.length()};
  }
}
