package dev.farcall.processor.conformance;

import static dev.farcall.processor.conformance.Wire.cat;
import static dev.farcall.processor.conformance.Wire.field;
import static dev.farcall.processor.conformance.Wire.tag;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A repeated field accepts its values packed and one by one, and is written as declared. */
final class RepeatedCases {

  private RepeatedCases() {}

  static List<Case> all() {
    List<Case> cases = new ArrayList<>();
    for (FieldType type : FieldType.values()) {
      String name = "ValidDataRepeated." + type;
      int field = ReferenceSchema.repeated(type);
      if (type.packable()) {
        addPackable(type, field, name, cases);
      } else {
        cases.add(
            Case.equivalent(
                name,
                single(type, field, FieldType.Value::input),
                single(type, field, FieldType.Value::expected)));
      }
    }
    return cases;
  }

  private static void addPackable(FieldType type, int field, String name, List<Case> cases) {
    String one = name + ".UnpackedInput";
    String all = name + ".PackedInput";
    ByteString expected = packed(type, field, FieldType.Value::expected);
    ByteString singleInput = single(type, field, FieldType.Value::input);
    ByteString packedInput = packed(type, field, FieldType.Value::input);
    cases.add(Case.equivalent(one, singleInput, expected));
    cases.add(Case.equivalent(all, packedInput, expected));
    cases.add(Case.exactly(one + ".DefaultOutput", singleInput, expected));
    cases.add(Case.exactly(all + ".DefaultOutput", packedInput, expected));
    addOutput(type, "PackedOutput", ReferenceSchema.packed(type), name, cases);
    addOutput(type, "UnpackedOutput", ReferenceSchema.unpacked(type), name, cases);
  }

  private static void addOutput(
      FieldType type, String output, int field, String name, List<Case> cases) {
    ByteString expected =
        output.equals("PackedOutput")
            ? packed(type, field, FieldType.Value::expected)
            : single(type, field, FieldType.Value::expected);
    cases.add(
        Case.exactly(
            name + ".UnpackedInput." + output,
            single(type, field, FieldType.Value::input),
            expected));
    cases.add(
        Case.exactly(
            name + ".PackedInput." + output,
            packed(type, field, FieldType.Value::input),
            expected));
  }

  private static ByteString single(
      FieldType type, int field, Function<FieldType.Value, ByteString> form) {
    ByteString tag = tag(field, type.wireType);
    return type.examples().stream()
        .map(value -> cat(tag, form.apply(value)))
        .reduce(ByteString.EMPTY, ByteString::concat);
  }

  private static ByteString packed(
      FieldType type, int field, Function<FieldType.Value, ByteString> form) {
    return field(
        field, type.examples().stream().map(form).reduce(ByteString.EMPTY, ByteString::concat));
  }
}
