package dev.farcall.processor.conformance;

import static dev.farcall.processor.conformance.Wire.cat;
import static dev.farcall.processor.conformance.Wire.field;
import static dev.farcall.processor.conformance.Wire.tag;
import static dev.farcall.processor.conformance.Wire.varintField;

import com.google.protobuf.ByteString;
import dev.farcall.processor.conformance.ReferenceSchema.MapType;
import java.util.ArrayList;
import java.util.List;

/** Map entries, whatever the order, presence and repetition of their two fields. */
final class MapCases {

  private static final List<MapType> MISMATCHED =
      List.of(
          new MapType(FieldType.INT32, FieldType.INT32),
          new MapType(FieldType.FIXED32, FieldType.FIXED32),
          new MapType(FieldType.BOOL, FieldType.BOOL),
          new MapType(FieldType.STRING, FieldType.STRING),
          new MapType(FieldType.STRING, FieldType.MESSAGE));

  private MapCases() {}

  static List<Case> all() {
    List<Case> cases = new ArrayList<>();
    for (MapType type : ReferenceSchema.MAPS) {
      addFor(type, cases);
    }
    for (MapType type : MISMATCHED) {
      addMismatched(type, cases);
    }
    return cases;
  }

  private static void addFor(MapType type, List<Case> cases) {
    int field = ReferenceSchema.map(type);
    ByteString key1 = cat(tag(1, type.key().wireType), type.key().zero);
    ByteString key2 = cat(tag(1, type.key().wireType), type.key().one);
    ByteString value1 = cat(tag(2, type.value().wireType), type.value().zero);
    ByteString value2 = cat(tag(2, type.value().wireType), type.value().one);
    same(cases, type, "Default", field(field, cat(key1, value1)));
    same(cases, type, "MissingDefault", field(field, ByteString.EMPTY));
    same(cases, type, "NonDefault", field(field, cat(key2, value2)));
    same(cases, type, "Unordered", field(field, cat(value2, key2)));
    ByteString second = field(field, cat(key2, value2));
    cases.add(
        Case.equivalent(
            name(type, "DuplicateKey"), cat(field(field, cat(key2, value1)), second), second));
    same(cases, type, "DuplicateKeyInMapEntry", field(field, cat(key1, key2, value2)));
    same(cases, type, "DuplicateValueInMapEntry", field(field, cat(key2, value1, value2)));
  }

  private static void addMismatched(MapType type, List<Case> cases) {
    int field = ReferenceSchema.map(type);
    ByteString key = cat(tag(1, type.key().wireType), type.key().one);
    ByteString value = cat(tag(2, type.value().wireType), type.value().one);
    ByteString badKey = field(field, cat(mismatched(1, type.key()), value));
    ByteString badValue = field(field, cat(key, mismatched(2, type.value())));
    cases.add(Case.rejectedOrEquivalent(name(type, "KeyWireTypeMismatch"), badKey, badKey));
    cases.add(Case.rejectedOrEquivalent(name(type, "ValueWireTypeMismatch"), badValue, badValue));
  }

  private static ByteString mismatched(int number, FieldType type) {
    return type.wireType == Wire.LEN ? varintField(number, 1) : field(number, Wire.ascii("a"));
  }

  private static void same(List<Case> cases, MapType type, String name, ByteString input) {
    cases.add(Case.equivalent(name(type, name), input, input));
  }

  private static String name(MapType type, String name) {
    return "ValidDataMap." + type.key() + "." + type.value() + "." + name;
  }
}
