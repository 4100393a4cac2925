package dev.farcall.processor.conformance;

import com.google.protobuf.AnyProto;
import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumOptions;
import com.google.protobuf.DescriptorProtos.EnumValueDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FieldOptions;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.MessageOptions;
import com.google.protobuf.DescriptorProtos.OneofDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DurationProto;
import com.google.protobuf.FieldMaskProto;
import com.google.protobuf.StructProto;
import com.google.protobuf.TimestampProto;
import com.google.protobuf.WrappersProto;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The suite's message as protobuf itself declares it. It knows nothing of the emitted schema, so
 * that a codec and a schema that are wrong in the same way do not agree with it.
 */
final class ReferenceSchema {

  /** A key and a value type that the suite has a map of. */
  record MapType(FieldType key, FieldType value) {}

  /**
   * The scalars in the order of their numbers: 1, 31, 75 and 89 are each the number of the first.
   */
  private static final List<FieldType> SCALARS =
      List.of(
          FieldType.INT32,
          FieldType.INT64,
          FieldType.UINT32,
          FieldType.UINT64,
          FieldType.SINT32,
          FieldType.SINT64,
          FieldType.FIXED32,
          FieldType.FIXED64,
          FieldType.SFIXED32,
          FieldType.SFIXED64,
          FieldType.FLOAT,
          FieldType.DOUBLE,
          FieldType.BOOL,
          FieldType.STRING,
          FieldType.BYTES);

  /** The maps in the order of the suite. */
  static final List<MapType> MAPS =
      List.of(
          new MapType(FieldType.INT32, FieldType.INT32),
          new MapType(FieldType.INT64, FieldType.INT64),
          new MapType(FieldType.UINT32, FieldType.UINT32),
          new MapType(FieldType.UINT64, FieldType.UINT64),
          new MapType(FieldType.SINT32, FieldType.SINT32),
          new MapType(FieldType.SINT64, FieldType.SINT64),
          new MapType(FieldType.FIXED32, FieldType.FIXED32),
          new MapType(FieldType.FIXED64, FieldType.FIXED64),
          new MapType(FieldType.SFIXED32, FieldType.SFIXED32),
          new MapType(FieldType.SFIXED64, FieldType.SFIXED64),
          new MapType(FieldType.INT32, FieldType.FLOAT),
          new MapType(FieldType.INT32, FieldType.DOUBLE),
          new MapType(FieldType.BOOL, FieldType.BOOL),
          new MapType(FieldType.STRING, FieldType.STRING),
          new MapType(FieldType.STRING, FieldType.BYTES),
          new MapType(FieldType.STRING, FieldType.MESSAGE),
          new MapType(FieldType.STRING, FieldType.ENUM));

  /** The members of the oneof in the order of their numbers, from 111. */
  static final List<FieldType> ONEOF =
      List.of(
          FieldType.UINT32,
          FieldType.MESSAGE,
          FieldType.STRING,
          FieldType.BYTES,
          FieldType.BOOL,
          FieldType.UINT64,
          FieldType.FLOAT,
          FieldType.DOUBLE,
          FieldType.ENUM);

  /** The numbers of the two wrappers of each are 201 and 211 and those that follow. */
  private static final List<String> WRAPPERS =
      List.of("Bool", "Int32", "Int64", "Uint32", "Uint64", "Float", "Double", "String", "Bytes");

  /** The fields of the naming cases, from 401. */
  private static final List<String> NAMES =
      List.of(
          "fieldname1",
          "field_name2",
          "_field_name3",
          "field__name4_",
          "field0name5",
          "field_0_name6",
          "fieldName7",
          "FieldName8",
          "field_Name9",
          "Field_Name10",
          "FIELD_NAME11",
          "FIELD_name12",
          "__field_name13",
          "__Field_name14",
          "field__name15",
          "field__Name16",
          "field_name17__",
          "Field_name18__");

  private static final FileDescriptor[] IMPORTS = {
    AnyProto.getDescriptor(),
    DurationProto.getDescriptor(),
    FieldMaskProto.getDescriptor(),
    StructProto.getDescriptor(),
    TimestampProto.getDescriptor(),
    WrappersProto.getDescriptor()
  };

  /** The message {@code TestAllTypesProto3}. */
  static final Descriptor ALL_TYPES = build();

  private ReferenceSchema() {}

  /** The suite takes the first field that fits, in the order of the declaration. */
  static int singular(FieldType type) {
    return first(type, field -> !field.isRepeated() && field.getRealContainingOneof() == null);
  }

  static int repeated(FieldType type) {
    return first(type, field -> field.isRepeated() && !field.isMapField());
  }

  static int packed(FieldType type) {
    return first(type, FieldDescriptor::isPacked);
  }

  static int unpacked(FieldType type) {
    return first(type, field -> field.isRepeated() && !field.isMapField() && !field.isPacked());
  }

  static int oneof(FieldType type) {
    return 111 + ONEOF.indexOf(type);
  }

  static int map(MapType type) {
    return first(
        FieldType.MESSAGE,
        field ->
            field.isMapField()
                && is(field.getMessageType().findFieldByNumber(1), type.key())
                && is(field.getMessageType().findFieldByNumber(2), type.value()));
  }

  private static int first(FieldType type, Predicate<FieldDescriptor> fits) {
    return ALL_TYPES.getFields().stream()
        .filter(field -> is(field, type) && fits.test(field))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no such field of type " + type))
        .getNumber();
  }

  private static boolean is(FieldDescriptor field, FieldType type) {
    return field.toProto().getType() == type.descriptorType;
  }

  private static Descriptor build() {
    DescriptorProto.Builder all = DescriptorProto.newBuilder().setName("TestAllTypesProto3");
    all.addOneofDecl(OneofDescriptorProto.newBuilder().setName("oneof_field"));
    for (int i = 0; i < SCALARS.size(); i++) {
      all.addField(field("optional", 1 + i, SCALARS.get(i), Label.LABEL_OPTIONAL));
    }
    all.addField(nested("optional_nested_message", 18, Label.LABEL_OPTIONAL));
    all.addField(foreign("optional_foreign_message", 19, Label.LABEL_OPTIONAL));
    all.addField(enumeration("optional_nested_enum", 21, Label.LABEL_OPTIONAL));
    all.addField(foreignEnum("optional_foreign_enum", 22, Label.LABEL_OPTIONAL));
    all.addField(string("optional_string_piece", 24, Label.LABEL_OPTIONAL));
    all.addField(string("optional_cord", 25, Label.LABEL_OPTIONAL));
    all.addField(
        named("recursive_message", 27, FieldType.MESSAGE, Label.LABEL_OPTIONAL)
            .setTypeName(".conformance.TestAllTypesProto3"));
    for (int i = 0; i < SCALARS.size(); i++) {
      all.addField(field("repeated", 31 + i, SCALARS.get(i), Label.LABEL_REPEATED));
    }
    all.addField(nested("repeated_nested_message", 48, Label.LABEL_REPEATED));
    all.addField(foreign("repeated_foreign_message", 49, Label.LABEL_REPEATED));
    all.addField(enumeration("repeated_nested_enum", 51, Label.LABEL_REPEATED));
    all.addField(foreignEnum("repeated_foreign_enum", 52, Label.LABEL_REPEATED));
    all.addField(string("repeated_string_piece", 54, Label.LABEL_REPEATED));
    all.addField(string("repeated_cord", 55, Label.LABEL_REPEATED));
    FieldOptions unpacked = FieldOptions.newBuilder().setPacked(false).build();
    for (int i = 0; i < 13; i++) {
      all.addField(field("packed", 75 + i, SCALARS.get(i), Label.LABEL_REPEATED));
      all.addField(
          field("unpacked", 89 + i, SCALARS.get(i), Label.LABEL_REPEATED).setOptions(unpacked));
    }
    all.addField(enumeration("packed_nested_enum", 88, Label.LABEL_REPEATED));
    all.addField(
        enumeration("unpacked_nested_enum", 102, Label.LABEL_REPEATED).setOptions(unpacked));
    int[] mapNumbers = {56, 57, 58, 59, 60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71, 73};
    for (int i = 0; i < MAPS.size(); i++) {
      MapType map = MAPS.get(i);
      String name =
          switch (map.value()) {
            case MESSAGE -> "nested_message";
            case ENUM -> "nested_enum";
            default -> lower(map.value());
          };
      addMap(all, lower(map.key()) + "_" + name, mapNumbers[i], type(map.key()), type(map.value()));
    }
    addMap(
        all,
        "string_foreign_message",
        72,
        type(FieldType.STRING),
        foreign("value", 2, Label.LABEL_OPTIONAL));
    addMap(
        all,
        "string_foreign_enum",
        74,
        type(FieldType.STRING),
        foreignEnum("value", 2, Label.LABEL_OPTIONAL));
    for (int i = 0; i < ONEOF.size(); i++) {
      all.addField(field("oneof", 111 + i, ONEOF.get(i), Label.LABEL_OPTIONAL).setOneofIndex(0));
    }
    addWellKnown(all);
    for (int i = 0; i < NAMES.size(); i++) {
      all.addField(named(NAMES.get(i), 401 + i, FieldType.INT32, Label.LABEL_OPTIONAL));
    }
    all.addNestedType(
        DescriptorProto.newBuilder()
            .setName("NestedMessage")
            .addField(named("a", 1, FieldType.INT32, Label.LABEL_OPTIONAL))
            .addField(
                named("corecursive", 2, FieldType.MESSAGE, Label.LABEL_OPTIONAL)
                    .setTypeName(".conformance.TestAllTypesProto3")));
    FileDescriptorProto.Builder file =
        FileDescriptorProto.newBuilder()
            .setName("conformance.proto")
            .setPackage("conformance")
            .setSyntax("proto3")
            .addAllDependency(Stream.of(IMPORTS).map(FileDescriptor::getName).toList())
            .addMessageType(all)
            .addMessageType(
                DescriptorProto.newBuilder()
                    .setName("ForeignMessage")
                    .addField(named("c", 1, FieldType.INT32, Label.LABEL_OPTIONAL)))
            .addEnumType(
                enumOf(
                        "AliasedEnum",
                        "ALIAS_FOO",
                        0,
                        "ALIAS_BAR",
                        1,
                        "ALIAS_BAZ",
                        2,
                        "MOO",
                        2,
                        "moo",
                        2,
                        "bAz",
                        2)
                    .setOptions(EnumOptions.newBuilder().setAllowAlias(true)))
            .addEnumType(enumOf("NestedEnum", "FOO", 0, "BAR", 1, "BAZ", 2, "NEG", -1))
            .addEnumType(
                enumOf("ForeignEnum", "FOREIGN_FOO", 0, "FOREIGN_BAR", 1, "FOREIGN_BAZ", 2));
    try {
      return FileDescriptor.buildFrom(file.build(), IMPORTS)
          .findMessageTypeByName("TestAllTypesProto3");
    } catch (DescriptorValidationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private static void addMap(
      DescriptorProto.Builder all,
      String name,
      int number,
      FieldDescriptorProto.Builder key,
      FieldDescriptorProto.Builder value) {
    String entry = entryName("map_" + name);
    all.addNestedType(
        DescriptorProto.newBuilder()
            .setName(entry)
            .setOptions(MessageOptions.newBuilder().setMapEntry(true))
            .addField(key.setName("key").setNumber(1))
            .addField(value.setName("value").setNumber(2)));
    all.addField(
        named("map_" + name, number, FieldType.MESSAGE, Label.LABEL_REPEATED)
            .setTypeName(".conformance.TestAllTypesProto3." + entry));
  }

  /** As protoc names it. */
  private static String entryName(String field) {
    StringBuilder name = new StringBuilder();
    for (String word : field.split("_")) {
      name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    return name.append("Entry").toString();
  }

  private static void addWellKnown(DescriptorProto.Builder all) {
    for (int i = 0; i < WRAPPERS.size(); i++) {
      String type = WRAPPERS.get(i).replace("Uint", "UInt") + "Value";
      String name = WRAPPERS.get(i).toLowerCase(Locale.ROOT) + "_wrapper";
      all.addField(wellKnown("optional_" + name, 201 + i, type, Label.LABEL_OPTIONAL));
      all.addField(wellKnown("repeated_" + name, 211 + i, type, Label.LABEL_REPEATED));
    }
    List<String> types =
        List.of("Duration", "Timestamp", "FieldMask", "Struct", "Any", "Value", "ListValue");
    List<String> names =
        List.of("duration", "timestamp", "field_mask", "struct", "any", "value", "list_value");
    int[] repeated = {311, 312, 313, 324, 315, 316, 317};
    for (int i = 0; i < types.size(); i++) {
      if (i < 6) {
        all.addField(
            wellKnown("optional_" + names.get(i), 301 + i, types.get(i), Label.LABEL_OPTIONAL));
      }
      all.addField(
          wellKnown("repeated_" + names.get(i), repeated[i], types.get(i), Label.LABEL_REPEATED));
    }
    String nullValue = ".google.protobuf.NullValue";
    all.addField(
        named("optional_null_value", 307, FieldType.ENUM, Label.LABEL_OPTIONAL)
            .setTypeName(nullValue));
    all.addField(
        named("oneof_null_value", 120, FieldType.ENUM, Label.LABEL_OPTIONAL)
            .setTypeName(nullValue)
            .setOneofIndex(0));
    all.addField(
        named("optional_aliased_enum", 23, FieldType.ENUM, Label.LABEL_OPTIONAL)
            .setTypeName(".conformance.AliasedEnum"));
  }

  private static FieldDescriptorProto.Builder wellKnown(
      String name, int number, String type, Label label) {
    return named(name, number, FieldType.MESSAGE, label).setTypeName(".google.protobuf." + type);
  }

  private static String lower(FieldType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }

  private static FieldDescriptorProto.Builder type(FieldType type) {
    return field("", 1, type, Label.LABEL_OPTIONAL);
  }

  private static FieldDescriptorProto.Builder field(
      String prefix, int number, FieldType type, Label label) {
    return switch (type) {
      case MESSAGE -> nested(prefix + "_nested_message", number, label);
      case ENUM -> enumeration(prefix + "_enum", number, label);
      default -> named(prefix + "_" + lower(type), number, type, label);
    };
  }

  private static FieldDescriptorProto.Builder nested(String name, int number, Label label) {
    return named(name, number, FieldType.MESSAGE, label)
        .setTypeName(".conformance.TestAllTypesProto3.NestedMessage");
  }

  private static FieldDescriptorProto.Builder foreign(String name, int number, Label label) {
    return named(name, number, FieldType.MESSAGE, label).setTypeName(".conformance.ForeignMessage");
  }

  private static FieldDescriptorProto.Builder enumeration(String name, int number, Label label) {
    return named(name, number, FieldType.ENUM, label).setTypeName(".conformance.NestedEnum");
  }

  private static FieldDescriptorProto.Builder foreignEnum(String name, int number, Label label) {
    return named(name, number, FieldType.ENUM, label).setTypeName(".conformance.ForeignEnum");
  }

  private static FieldDescriptorProto.Builder string(String name, int number, Label label) {
    return named(name, number, FieldType.STRING, label);
  }

  private static FieldDescriptorProto.Builder named(
      String name, int number, FieldType type, Label label) {
    return FieldDescriptorProto.newBuilder()
        .setName(name)
        .setNumber(number)
        .setType(type.descriptorType)
        .setLabel(label);
  }

  private static EnumDescriptorProto.Builder enumOf(String name, Object... namesAndNumbers) {
    EnumDescriptorProto.Builder made = EnumDescriptorProto.newBuilder().setName(name);
    for (int i = 0; i < namesAndNumbers.length; i += 2) {
      made.addValue(
          EnumValueDescriptorProto.newBuilder()
              .setName((String) namesAndNumbers[i])
              .setNumber((Integer) namesAndNumbers[i + 1]));
    }
    return made;
  }
}
