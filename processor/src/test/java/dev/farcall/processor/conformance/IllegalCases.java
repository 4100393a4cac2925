package dev.farcall.processor.conformance;

import static dev.farcall.processor.conformance.Wire.ascii;
import static dev.farcall.processor.conformance.Wire.bytes;
import static dev.farcall.processor.conformance.Wire.cat;
import static dev.farcall.processor.conformance.Wire.field;
import static dev.farcall.processor.conformance.Wire.group;
import static dev.farcall.processor.conformance.Wire.repeat;
import static dev.farcall.processor.conformance.Wire.tag;
import static dev.farcall.processor.conformance.Wire.varint;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;

/** Tags, lengths, wire types, groups and text that no message may hold. */
final class IllegalCases {

  private IllegalCases() {}

  static List<Case> all() {
    List<Case> cases = new ArrayList<>();
    addTags(cases);
    addWireTypes(cases);
    addGroups(cases);
    addText(cases);
    return cases;
  }

  private static void addTags(List<Case> cases) {
    cases.add(Case.rejected("IllegalZeroFieldNum_Case_0", cat(bytes(1), ascii("DEADBEEF"))));
    cases.add(Case.rejected("IllegalZeroFieldNum_Case_1", bytes(2, 1, 1)));
    cases.add(Case.rejected("IllegalZeroFieldNum_Case_2", bytes(3, 4)));
    cases.add(Case.rejected("IllegalZeroFieldNum_Case_3", cat(bytes(5), ascii("DEAD"))));
    ByteString value = varint(1234);
    ByteString more = bytes(0x80);
    cases.add(
        Case.rejected(
            "BadTag_FieldNumberTooHigh", cat(bytes(0x88), repeat(more, 5), bytes(0x0F), value)));
    cases.add(
        Case.rejected(
            "BadTag_FieldNumberSlightlyTooHigh",
            cat(bytes(0x88), repeat(more, 3), bytes(0x40), value)));
    cases.add(
        Case.rejected("BadTag_OverlongVarint", cat(bytes(0x88), repeat(more, 7), bytes(0), value)));
    cases.add(
        Case.rejected(
            "BadTag_VarintMoreThanTenBytes", cat(bytes(0x88), repeat(more, 11), bytes(0), value)));
    cases.add(
        Case.rejected(
            "BadLength_Varint32BitOverflow",
            cat(
                tag(ReferenceSchema.singular(FieldType.STRING), Wire.LEN),
                repeat(more, 4),
                bytes(0x10))));
  }

  private static void addWireTypes(List<Case> cases) {
    for (int wireType = 6; wireType <= 7; wireType++) {
      for (int field = 0; field < 4; field++) {
        for (int value = 0; value < 4; value++) {
          String name = "UnknownWireType" + wireType + "_Field" + field + "_Version" + value;
          cases.add(Case.rejected(name, bytes(field << 3 | wireType, value)));
        }
      }
    }
  }

  private static void addGroups(List<Case> cases) {
    ByteString hello = field(2, ascii("hello world"));
    for (int wireType = Wire.END_GROUP; wireType >= Wire.START_GROUP; wireType--) {
      String name = wireType == Wire.END_GROUP ? "UnmatchedEndGroup" : "UnmatchedStartGroup";
      cases.add(Case.rejected(name, tag(201, wireType)));
      cases.add(Case.rejected(name + "Unknown", tag(1234, wireType)));
      cases.add(Case.rejected(name + "WrongType", tag(1, wireType)));
      cases.add(Case.rejected(name + "NestedLen", field(18, tag(1234, wireType))));
      cases.add(Case.rejected(name + "Nested", group(201, tag(202, wireType))));
      cases.add(Case.rejected(name + "WithData", cat(tag(1, wireType), hello)));
    }
    cases.add(
        Case.rejected(
            "MismatchedGroupTags",
            cat(tag(201, Wire.START_GROUP), hello, tag(202, Wire.END_GROUP))));
    cases.add(
        Case.rejected(
            "MismatchedNestedGroupTags",
            group(201, cat(tag(202, Wire.START_GROUP), hello, tag(203, Wire.END_GROUP)))));
  }

  private static void addText(List<Case> cases) {
    ByteString invalid = bytes(0xA0, 0xB0, 0xC0, 0xD0);
    ByteString foo = ascii("foo");
    String name = "RejectInvalidUtf8.String.";
    cases.add(Case.rejectedIfPossible(name + "Singular", field(14, invalid)));
    cases.add(Case.rejectedIfPossible(name + "Repeated", field(44, invalid)));
    cases.add(Case.rejectedIfPossible(name + "Oneof", field(113, invalid)));
    cases.add(
        Case.rejectedIfPossible(name + "MapKey", field(69, cat(field(1, invalid), field(2, foo)))));
    cases.add(
        Case.rejectedIfPossible(
            name + "MapValue", field(69, cat(field(1, foo), field(2, invalid)))));
  }
}
