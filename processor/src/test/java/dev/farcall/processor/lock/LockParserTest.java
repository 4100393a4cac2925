package dev.farcall.processor.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LockParserTest {

  private static final String HEAD =
      """
      syntax = "proto3";
      package acme.v1;
      option java_multiple_files = true;
      option java_package = "acme.proto";
      """;

  static Stream<Path> goldens() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/resources"))) {
      return files
          .filter(each -> each.toString().endsWith(".proto"))
          .filter(each -> !each.toString().contains("/lock/")) // what is wrong with those is tested
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void whatWePrintIsReadWithoutLoss(Path golden) throws Exception {
    LockFile read = LockParser.parse("golden", Files.readString(golden));

    assertThat(words(LockPrinter.print(read))).isEqualTo(words(Files.readString(golden)));
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void whatWasReadIsReadAgainAsTheSame(Path golden) throws Exception {
    LockFile once = LockParser.parse("golden", Files.readString(golden));
    String printed = LockPrinter.print(once);

    assertThat(LockPrinter.print(LockParser.parse("golden", printed))).isEqualTo(printed);
  }

  /** Without comments of their own line, layout and the dots and scopes before names of types. */
  private static List<String> words(String text) {
    return text.lines()
        .filter(line -> !line.strip().startsWith("//"))
        .flatMap(line -> Stream.of(line.replaceAll("([{}();:,\\[\\]<>])", " $1 ").split("\\s+")))
        .map(word -> word.startsWith("\"") ? word : word.substring(word.lastIndexOf('.') + 1))
        .filter(word -> !word.isEmpty())
        // An RPC without options may end either way; so may a message.
        .filter(word -> !word.equals("{") && !word.equals("}") && !word.equals(";"))
        .toList();
  }

  @Test
  void namesOfTypesAreFoundFromWhereTheyStandOutward() throws Exception {
    LockFile read =
        LockParser.parse(
            "acme.proto",
            HEAD
                + """
                message Order {
                  Line first = 1;
                  Order.Line second = 2;
                  .acme.v1.Line third = 3;
                  google.protobuf.Timestamp fourth = 4; // required
                  message Line {}
                }
                message Line {}
                """);

    assertThat(read.message("acme.v1.Order").orElseThrow().fields())
        .extracting(LockFile.Field::type)
        .containsExactly(
            "acme.v1.Order.Line",
            "acme.v1.Order.Line",
            "acme.v1.Line",
            "google.protobuf.Timestamp");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "message M { int32 a = x; }|acme.proto:5: found 'x' (expected: a number)",
        "message M { int32 a = 1 }|acme.proto:5: found '}' (expected: ';')",
        "message M { extensions 4; }|acme.proto:5: found '4' (expected: a name)",
        "message M { oneof other { M a = 1; } }|acme.proto:5: found 'other' (expected: 'kind')",
        "message M {|acme.proto:6: found the end (expected: a name)",
        "message M { int32 a = 1 [packed = true]; }|acme.proto:5: found 'packed' (expected: 'json_name')",
        "option optimize_for = SPEED;|acme.proto:5: found 'option' (expected: service, message or enum)",
        "message M { int32 a = 99999999999; }|acme.proto:5: 99999999999 is no number of a field or constant",
        "message M { int32 a = 0; }|acme.proto:5: 0 is no number of a field (expected: 1 to 536870911 without 19000 to 19999)",
        "message M { int32 a = 19500; }|acme.proto:5: 19500 is no number of a field (expected: 1 to 536870911 without 19000 to 19999)",
        "message M { reserved \"a; }|acme.proto:5: a text does not end",
        "message M ~ {}|acme.proto:5: found '~', which no lock contains",
        "<<<<<<< HEAD|acme.proto:5: '<<<<<<< HEAD' is the mark of a merge",
      })
  void whatWeNeverPrintIsAnErrorWithItsLine(String text, String message) {
    assertThatExceptionOfType(LockSyntaxException.class)
        .isThrownBy(() -> LockParser.parse("acme.proto", HEAD + text + "\n"))
        .withMessage(message);
  }

  @Test
  void theMarksOfMergesAreToldApart() {
    assertThatExceptionOfType(LockSyntaxException.class)
        .isThrownBy(() -> LockParser.parse("acme.proto", HEAD + "=======\n"))
        .matches(LockSyntaxException::isMerge);
  }

  @Test
  void messagesWithoutEndInEachOtherAreAnErrorAndNoCrash() {
    assertThatExceptionOfType(LockSyntaxException.class)
        .isThrownBy(() -> LockParser.parse("acme.proto", HEAD + "message M {".repeat(100_000)))
        .withMessageContaining("expected: no more than 100 messages in each other");
  }

  @Test
  void pathsWithoutEndInEachOtherAreAnErrorAndNoCrash() {
    String path = "get: \"/\" additional_bindings: {";
    String service =
        "service S { rpc R(M) returns (M) { option (google.api.http) = {" + path.repeat(100_000);
    assertThatExceptionOfType(LockSyntaxException.class)
        .isThrownBy(() -> LockParser.parse("acme.proto", HEAD + service))
        .withMessage("acme.proto:5: found 'additional_bindings' (expected: '}')");
  }

  @Test
  void textsHaveAnyCharacters() throws Exception {
    LockFile read =
        LockParser.parse(
            "acme.proto", HEAD + "message M { int32 a = 1 [json_name = \"\u0141\\305\\201\"]; }");

    assertThat(read.message("acme.v1.M").orElseThrow().fields().get(0).jsonName())
        .isEqualTo("\u0141\u0141");
  }
}
