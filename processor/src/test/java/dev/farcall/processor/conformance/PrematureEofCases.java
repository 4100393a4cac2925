package dev.farcall.processor.conformance;

import static dev.farcall.processor.conformance.Wire.bytes;
import static dev.farcall.processor.conformance.Wire.cat;
import static dev.farcall.processor.conformance.Wire.field;
import static dev.farcall.processor.conformance.Wire.tag;
import static dev.farcall.processor.conformance.Wire.varint;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;

/** The input ends before or inside a value. */
final class PrematureEofCases {

  private static final int UNKNOWN_FIELD = 666;

  private PrematureEofCases() {}

  static List<Case> all() {
    List<Case> cases = new ArrayList<>();
    for (FieldType type : FieldType.values()) {
      addFor(type, cases);
    }
    return cases;
  }

  private static void addFor(FieldType type, List<Case> cases) {
    int field = ReferenceSchema.singular(type);
    int repeated = ReferenceSchema.repeated(type);
    int wire = type.wireType;
    ByteString incomplete = incomplete(wire);
    add(cases, "BeforeKnownNonRepeatedValue", type, tag(field, wire));
    add(cases, "BeforeKnownRepeatedValue", type, tag(repeated, wire));
    add(cases, "BeforeUnknownValue", type, tag(UNKNOWN_FIELD, wire));
    add(cases, "InsideKnownNonRepeatedValue", type, cat(tag(field, wire), incomplete));
    add(cases, "InsideKnownRepeatedValue", type, cat(tag(repeated, wire), incomplete));
    add(cases, "InsideUnknownValue", type, cat(tag(UNKNOWN_FIELD, wire), incomplete));
    if (type.packable()) {
      add(cases, "InPackedFieldValue", type, field(repeated, incomplete));
      add(cases, "InPackedField", type, cat(tag(repeated, Wire.LEN), varint(1)));
      return;
    }
    String inData = "InDelimitedDataFor";
    add(cases, inData + "KnownNonRepeatedValue", type, cat(tag(field, wire), varint(1)));
    add(cases, inData + "KnownRepeatedValue", type, cat(tag(repeated, wire), varint(1)));
    add(cases, inData + "UnknownValue", type, cat(tag(UNKNOWN_FIELD, wire), varint(1)));
    if (type == FieldType.MESSAGE) {
      ByteString submessage = cat(tag(5, Wire.VARINT), incomplete(Wire.VARINT));
      add(cases, "InSubmessageValue", type, field(field, submessage));
    }
  }

  private static void add(List<Case> cases, String name, FieldType type, ByteString input) {
    cases.add(Case.rejected("PrematureEof" + name + "." + type, input));
  }

  private static ByteString incomplete(int wireType) {
    return switch (wireType) {
      case Wire.I64 -> Wire.ascii("abcdefg");
      case Wire.I32 -> Wire.ascii("abc");
      default -> bytes(0x80);
    };
  }
}
