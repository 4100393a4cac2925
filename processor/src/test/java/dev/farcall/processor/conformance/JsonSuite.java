package dev.farcall.processor.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonParser;
import com.google.protobuf.ByteString;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.TextFormat;
import dev.farcall.processor.conformance.JsonCase.Equivalent;
import dev.farcall.processor.conformance.JsonCase.Expected;
import dev.farcall.processor.conformance.JsonCase.Refused;
import dev.farcall.processor.conformance.JsonCase.Tree;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cases of protobuf's conformance suite with JSON as input or output for proto3, without those
 * of {@code Any} (10), of which there is no registry here. {@code json-cases.txt} has those that
 * fit on a line. The binary cases are cases of JSON output too.
 */
final class JsonSuite {

  private static final String FILE = "/conformance/json-cases.txt";
  private static final Pattern LINE = Pattern.compile("(.) (\\w+)\\.(\\w+) (.*)");
  private static final Pattern ARROW = Pattern.compile(" ->( |$)");

  private final List<JsonCase> cases = new ArrayList<>();
  private boolean further;

  private JsonSuite() {}

  static List<JsonCase> cases() {
    JsonSuite suite = new JsonSuite();
    suite.addLines();
    suite.addOfSeveralLines();
    suite.addNotANumber();
    suite.addBinary();
    return suite.cases;
  }

  private void addLines() {
    try (InputStream in = Objects.requireNonNull(JsonSuite.class.getResourceAsStream(FILE));
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, UTF_8))) {
      reader.lines().filter(line -> !line.isEmpty()).forEach(this::addLine);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void addLine(String line) {
    if (line.startsWith("[")) {
      further = line.equals("[FurtherTypes]");
    } else if (!line.startsWith("#")) {
      Matcher parts = LINE.matcher(line);
      if (!parts.matches()) {
        throw new AssertionError("no case: " + line);
      }
      String[] sides = ARROW.split(parts.group(4), 2);
      add(
          line.charAt(0),
          parts.group(2),
          parts.group(3),
          sides[0],
          sides.length == 1 ? "" : sides[1]);
    }
  }

  private void add(char kind, String level, String name, String left, String right) {
    String jsonInput = level + ".Proto3.JsonInput." + name;
    switch (kind) {
      case '+' -> {
        addJson(jsonInput + ".ProtobufOutput", left, false, new Equivalent(message(right)));
        addJson(jsonInput + ".JsonOutput", left, true, new Equivalent(message(right)));
      }
      case '-' -> addJson(jsonInput, left, true, new Refused());
      case '=' ->
          addJson(jsonInput + ".Validator", left, true, new Tree(JsonParser.parseString(right)));
      case '*' ->
          addJson(jsonInput + ".ProtobufOutput", left, false, new Equivalent(message(right)));
      case '!' -> addBinary(level + "." + name + ".JsonOutput", message(left), new Refused());
      default -> throw new AssertionError("no kind of case: " + kind);
    }
  }

  private void addOfSeveralLines() {
    further = true;
    add(
        '-',
        "Recommended",
        "TrailingCommaInAnObjectWithNewlines",
        "{\n        \"fieldname1\":1,\n      }",
        "");
    add(
        '-',
        "Recommended",
        "JsonWithComments",
        "{\n        // This is a comment.\n        \"fieldname1\": 1\n      }",
        "");
    further = false;
    add(
        '+',
        "Recommended",
        "MultilineNoSpaces",
        "{\n\"optionalInt32\"\n:\n1\n,\n\"optionalInt64\"\n:\n2\n}",
        "optional_int32: 1 optional_int64: 2");
    add(
        '+',
        "Recommended",
        "MultilineWithSpaces",
        "{\n  \"optionalInt32\"  :  1\n  ,\n  \"optionalInt64\"  :  2\n}\n",
        "optional_int32: 1 optional_int64: 2");
    add(
        '-',
        "Recommended",
        "MissingCommaMultiline",
        "{\n  \"optionalInt32\": 1\n  \"optionalInt64\": 2\n}",
        "");
    add(
        '-',
        "Recommended",
        "RepeatedFieldTrailingCommaWithNewlines",
        "{\"repeatedInt32\": [\n  1,\n  2,\n  3,\n  4,\n]}",
        "");
  }

  /** In other bits than usual. */
  private void addNotANumber() {
    int aFloat = ReferenceSchema.singular(FieldType.FLOAT);
    ByteString floatTag = Wire.tag(aFloat, Wire.I32);
    addNotANumber("FloatFieldNormalizeQuietNan", floatTag.concat(Wire.fixed32(0x7FA12345)), true);
    addNotANumber(
        "FloatFieldNormalizeSignalingNan", floatTag.concat(Wire.fixed32(0xFFB54321)), true);
    int aDouble = ReferenceSchema.singular(FieldType.DOUBLE);
    ByteString doubleTag = Wire.tag(aDouble, Wire.I64);
    addNotANumber(
        "DoubleFieldNormalizeQuietNan", doubleTag.concat(Wire.fixed64(0x7FFA123456789ABCL)), false);
    addNotANumber(
        "DoubleFieldNormalizeSignalingNan",
        doubleTag.concat(Wire.fixed64(0xFFFBCBA987654321L)),
        false);
  }

  private void addNotANumber(String name, ByteString input, boolean isFloat) {
    addBinary(
        "Required.Proto3.ProtobufInput." + name + ".JsonOutput",
        input,
        new Equivalent(message(isFloat ? "optional_float: nan" : "optional_double: nan")));
  }

  /** Those that are run with both outputs. */
  private void addBinary() {
    for (Case each : Suite.cases()) {
      if (each.expected() instanceof Case.Equivalent equivalent
          && each.name().startsWith("Required")) {
        addBinary(
            each.name().replace(".ProtobufOutput", ".JsonOutput"),
            each.input(),
            new Equivalent(equivalent.message()));
      }
    }
  }

  private void addJson(String name, String json, boolean jsonOutput, Expected expected) {
    cases.add(
        new JsonCase(name, further, ByteString.copyFromUtf8(json), true, jsonOutput, expected));
  }

  private void addBinary(String name, ByteString input, Expected expected) {
    cases.add(new JsonCase(name, further, input, false, true, expected));
  }

  private static ByteString message(String text) {
    DynamicMessage.Builder message = DynamicMessage.newBuilder(ReferenceSchema.ALL_TYPES);
    try {
      TextFormat.merge(text, message);
    } catch (TextFormat.ParseException e) {
      throw new AssertionError(text, e);
    }
    return message.build().toByteString();
  }
}
