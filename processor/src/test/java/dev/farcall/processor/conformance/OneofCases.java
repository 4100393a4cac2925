package dev.farcall.processor.conformance;

import static dev.farcall.processor.conformance.Wire.cat;
import static dev.farcall.processor.conformance.Wire.field;
import static dev.farcall.processor.conformance.Wire.tag;
import static dev.farcall.processor.conformance.Wire.varintField;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;

/** A member of a oneof is present even when it is zero, and the last one wins. */
final class OneofCases {

  private OneofCases() {}

  static List<Case> all() {
    List<Case> cases = new ArrayList<>();
    for (FieldType type : ReferenceSchema.ONEOF) {
      addFor(type, cases);
    }
    addZeros(cases);
    return cases;
  }

  private static void addFor(FieldType type, List<Case> cases) {
    ByteString tag = tag(ReferenceSchema.oneof(type), type.wireType);
    ByteString zero = cat(tag, type.zero);
    ByteString one = cat(tag, type.one);
    FieldType other = type == FieldType.UINT32 ? FieldType.MESSAGE : FieldType.UINT32;
    ByteString otherZero = cat(tag(ReferenceSchema.oneof(other), other.wireType), other.zero);
    add(cases, type, "DefaultValue", zero, zero);
    add(cases, type, "NonDefaultValue", one, one);
    add(cases, type, "MultipleValuesForSameField", cat(zero, one), one);
    add(cases, type, "MultipleValuesForDifferentField", cat(otherZero, one), one);
  }

  private static void add(
      List<Case> cases, FieldType type, String name, ByteString input, ByteString expected) {
    String full = "." + type + "." + name;
    cases.add(Case.equivalent("ValidDataOneof" + full, input, expected));
    cases.add(Case.exactly("ValidDataOneofBinary" + full, input, expected));
  }

  private static void addZeros(List<Case> cases) {
    addZero(cases, "Uint32", varintField(111, 0));
    addZero(cases, "Message", field(112, ByteString.EMPTY));
    addZero(cases, "MessageSetTwice", field(112, varintField(1, 1)));
    addZero(cases, "String", field(113, ByteString.EMPTY));
    addZero(cases, "Bytes", field(114, ByteString.EMPTY));
    addZero(cases, "Bool", varintField(115, 0));
    addZero(cases, "Uint64", varintField(116, 0));
    addZero(cases, "Float", cat(tag(117, Wire.I32), Wire.float32(0)));
    addZero(cases, "Double", cat(tag(118, Wire.I64), Wire.float64(0)));
    addZero(cases, "Enum", varintField(119, 0));
  }

  private static void addZero(List<Case> cases, String name, ByteString input) {
    cases.add(Case.recommendedEquivalent("OneofZero" + name, input, input));
  }
}
