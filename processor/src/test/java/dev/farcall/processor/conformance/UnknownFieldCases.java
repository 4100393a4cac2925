package dev.farcall.processor.conformance;

import static dev.farcall.processor.conformance.Wire.ascii;
import static dev.farcall.processor.conformance.Wire.cat;
import static dev.farcall.processor.conformance.Wire.field;
import static dev.farcall.processor.conformance.Wire.repeat;
import static dev.farcall.processor.conformance.Wire.tag;
import static dev.farcall.processor.conformance.Wire.varintField;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;

/** Unknown fields, and the performance cases: many unknown fields, many merged messages. */
final class UnknownFieldCases {

  private static final int UNKNOWN = 666;
  private static final int RECURSIVE_MESSAGE = 27;
  private static final int TIMES = 50_000;

  private static final List<FieldType> MERGED =
      List.of(
          FieldType.BOOL,
          FieldType.DOUBLE,
          FieldType.FLOAT,
          FieldType.UINT32,
          FieldType.UINT64,
          FieldType.STRING,
          FieldType.BYTES);

  private UnknownFieldCases() {}

  static List<Case> all() {
    List<Case> cases = new ArrayList<>();
    ByteString varint = varintField(501, 1);
    cases.add(Case.requiredExactly("UnknownVarint", varint, varint));
    ByteString mixed =
        cat(
            field(UNKNOWN, ascii("abc")),
            varintField(UNKNOWN, 123),
            field(UNKNOWN, ascii("def")),
            varintField(UNKNOWN, 456));
    cases.add(Case.equivalent("UnknownOrdering", mixed, mixed));
    ByteString alternating =
        repeat(cat(varintField(UNKNOWN, 1234), varintField(UNKNOWN + 1, 5678)), TIMES);
    cases.add(
        Case.exactly("TestBinaryPerformanceForAlternatingUnknownFields", alternating, alternating));
    for (FieldType type : MERGED) {
      String name = "TestBinaryPerformanceMergeMessageWith";
      int field = ReferenceSchema.unpacked(type);
      addMerge(cases, name + "RepeatedFieldForType." + type, type, field);
      addMerge(cases, name + "UnknownFieldForType." + type, type, UNKNOWN);
    }
    return cases;
  }

  private static void addMerge(List<Case> cases, String name, FieldType type, int field) {
    ByteString entry = cat(tag(field, type.wireType), type.one);
    cases.add(
        Case.exactly(
            name,
            repeat(field(RECURSIVE_MESSAGE, entry), TIMES),
            field(RECURSIVE_MESSAGE, repeat(entry, TIMES))));
  }
}
