package dev.farcall.processor.conformance;

import static dev.farcall.processor.conformance.Wire.cat;
import static dev.farcall.processor.conformance.Wire.tag;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;

/** Every valid form of a singular field's value; of several values of one field, the last. */
final class ScalarCases {

  private ScalarCases() {}

  static List<Case> all() {
    List<Case> cases = new ArrayList<>();
    for (FieldType type : FieldType.values()) {
      addFor(type, cases);
    }
    return cases;
  }

  private static void addFor(FieldType type, List<Case> cases) {
    ByteString tag = tag(ReferenceSchema.singular(type), type.wireType);
    List<FieldType.Value> values = type.examples();
    ByteString every = ByteString.EMPTY;
    for (int i = 0; i < values.size(); i++) {
      FieldType.Value value = values.get(i);
      ByteString input = cat(tag, value.input());
      ByteString expected =
          type.isDefault(value.expected()) ? ByteString.EMPTY : cat(tag, value.expected());
      String index = "." + type + "[" + i + "]";
      cases.add(Case.equivalent("ValidDataScalar" + index, input, expected));
      cases.add(Case.exactly("ValidDataScalarBinary" + index, input, expected));
      every = every.concat(input);
    }
    if (type != FieldType.MESSAGE) {
      ByteString last = cat(tag, values.get(values.size() - 1).expected());
      cases.add(Case.equivalent("RepeatedScalarSelectsLast." + type, every, last));
    }
  }
}
