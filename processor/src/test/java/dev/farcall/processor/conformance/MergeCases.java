package dev.farcall.processor.conformance;

import static dev.farcall.processor.conformance.Wire.cat;
import static dev.farcall.processor.conformance.Wire.field;
import static dev.farcall.processor.conformance.Wire.varintField;

import com.google.protobuf.ByteString;
import dev.farcall.processor.conformance.ReferenceSchema.MapType;
import java.util.List;

/** Several occurrences of one message field are merged; those of a map's key are not. */
final class MergeCases {

  private static final int CORECURSIVE = 2;

  private MergeCases() {}

  static List<Case> all() {
    return List.of(singular(), mapValue(), oneof(false), oneof(true));
  }

  private static Case singular() {
    int field = ReferenceSchema.singular(FieldType.MESSAGE);
    ByteString first =
        nested(field, varintField(1, 1234), varintField(2, 1234), varintField(31, 1234));
    ByteString second =
        nested(field, varintField(1, 4321), varintField(3, 4321), varintField(31, 4321));
    ByteString merged =
        nested(
            field,
            varintField(1, 4321),
            varintField(2, 1234),
            varintField(3, 4321),
            varintField(31, 1234),
            varintField(31, 4321));
    return Case.equivalent("RepeatedScalarMessageMerge", cat(first, second), merged);
  }

  private static Case mapValue() {
    int field = ReferenceSchema.map(new MapType(FieldType.STRING, FieldType.MESSAGE));
    ByteString key = field(1, ByteString.EMPTY);
    ByteString first = field(field, cat(key, nested(2, varintField(1, 1), varintField(31, 1))));
    ByteString second = field(field, cat(key, nested(2, varintField(2, 1), varintField(31, 1))));
    return Case.equivalent("ValidDataMap.STRING.MESSAGE.MergeValue", cat(first, second), second);
  }

  private static Case oneof(boolean binary) {
    int field = ReferenceSchema.oneof(FieldType.MESSAGE);
    ByteString first = nested(field, varintField(1, 1), varintField(2, 1), varintField(89, 1));
    ByteString second = nested(field, varintField(2, 1), varintField(89, 1));
    ByteString merged =
        nested(field, varintField(1, 1), varintField(2, 1), varintField(89, 1), varintField(89, 1));
    return binary
        ? Case.exactly("ValidDataOneofBinary.MESSAGE.Merge", cat(first, second), merged)
        : Case.equivalent("ValidDataOneof.MESSAGE.Merge", cat(first, second), merged);
  }

  /** A field that holds a {@code NestedMessage} with these fields in its corecursive message. */
  private static ByteString nested(int number, ByteString... fields) {
    return field(number, field(CORECURSIVE, cat(fields)));
  }
}
