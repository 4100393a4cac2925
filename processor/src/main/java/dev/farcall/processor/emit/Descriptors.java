package dev.farcall.processor.emit;

import dev.farcall.processor.model.CaseModel;
import dev.farcall.processor.model.EnumModel;
import dev.farcall.processor.model.FieldModel;
import dev.farcall.processor.model.ImportModel;
import dev.farcall.processor.model.MessageModel;
import dev.farcall.processor.model.MessageModel.Body;
import dev.farcall.processor.model.MethodModel;
import dev.farcall.processor.model.ProtoScalar;
import dev.farcall.processor.model.Reserved;
import dev.farcall.processor.model.SchemaModel;
import dev.farcall.processor.model.ServiceModel;
import dev.farcall.processor.model.Shape;
import dev.farcall.processor.model.ValueType;
import dev.farcall.wire.BinaryCodec;
import dev.farcall.wire.ProtobufReader;
import dev.farcall.wire.ProtobufWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A schema as the {@code google.protobuf.FileDescriptorProto} that {@code protoc} makes of its
 * {@code .proto} file. The numbers are those of {@code google/protobuf/descriptor.proto}.
 */
final class Descriptors {

  private static final int LABEL_OPTIONAL = 1;
  private static final int LABEL_REPEATED = 3;
  private static final int TYPE_MESSAGE = 11;
  private static final int TYPE_ENUM = 14;

  private final SchemaModel schema;
  private final ProtobufWriter out;

  private Descriptors(SchemaModel schema, ProtobufWriter out) {
    this.schema = schema;
    this.out = out;
  }

  static byte[] bytes(SchemaModel schema) {
    return ProtobufWriter.encode(new Codec(), schema);
  }

  private static final class Codec extends BinaryCodec<SchemaModel> {
    Codec() {
      super("google.protobuf.FileDescriptorProto");
    }

    @Override
    public void write(SchemaModel value, ProtobufWriter out) {
      new Descriptors(value, out).file();
    }

    @Override
    public SchemaModel read(ProtobufReader in) {
      throw new UnsupportedOperationException("descriptors are only written");
    }
  }

  private void file() {
    string(1, schema.path());
    if (!schema.protoPackage().isEmpty()) {
      string(2, schema.protoPackage());
    }
    for (ImportModel imported : schema.imports()) {
      string(3, imported.path());
    }
    messages(Optional.empty(), 4);
    enums(Optional.empty(), 5);
    schema.services().forEach(each -> region(6, () -> service(each)));
    region(
        8,
        () -> {
          string(1, ProtoFileEmitter.javaPackage(schema));
          out.bool(10 << 3, true);
        });
    string(12, "proto3");
  }

  private void messages(Optional<String> parent, int field) {
    for (MessageModel message : schema.messages()) {
      if (message.parent().equals(parent) && !(message.body() instanceof Body.Foreign)) {
        region(field, () -> message(message));
      }
    }
  }

  private void enums(Optional<String> parent, int field) {
    for (EnumModel anEnum : schema.enums()) {
      if (anEnum.parent().equals(parent)) {
        region(field, () -> anEnum(anEnum));
      }
    }
  }

  private void message(MessageModel message) {
    string(1, message.protoName());
    List<FieldModel> fields = WriteEmitter.byNumber(message.body().fields());
    List<FieldModel> optional =
        fields.stream().filter(each -> each.shape() instanceof Shape.Optional).toList();
    for (FieldModel field : fields) {
      region(2, () -> field(message, field, optional.indexOf(field)));
    }
    Optional<String> inside = Optional.of(message.fullName());
    messages(inside, 3);
    for (FieldModel field : fields) {
      if (field.shape() instanceof Shape.Mapping map) {
        region(3, () -> entry(field, map));
      }
    }
    enums(inside, 4);
    deprecated(7, 3, message.deprecated());
    if (message.body() instanceof Body.Oneof oneof) {
      oneof(oneof);
    }
    for (FieldModel field : optional) {
      region(8, () -> string(1, "_" + field.protoName()));
    }
    Reserved reserved = ProtoFileEmitter.reserved(message);
    reserved.numbers().forEach(number -> region(9, () -> range(number, number + 1)));
    reserved.names().forEach(name -> string(10, name));
  }

  /** One number; the end is exclusive for fields, inclusive for constants. */
  private void range(int start, int end) {
    out.int32(1 << 3, start);
    out.int32(2 << 3, end);
  }

  private void oneof(Body.Oneof oneof) {
    CodecEmitter.cases(oneof).stream()
        .sorted(Comparator.comparingInt(CaseModel::number))
        .forEach(
            each ->
                region(
                    2,
                    () -> {
                      field(each.protoName(), each.number(), LABEL_OPTIONAL);
                      type(each.type());
                      out.int32(9 << 3, 0);
                      string(10, Names.defaultJsonName(each.protoName()));
                    }));
    region(8, () -> string(1, "kind"));
  }

  private void field(String name, int number, int label) {
    string(1, name);
    out.int32(3 << 3, number);
    out.int32(4 << 3, label);
  }

  private void field(MessageModel message, FieldModel field, int optional) {
    Shape shape = field.shape();
    boolean repeated = shape instanceof Shape.Repeated || shape instanceof Shape.Mapping;
    field(field.protoName(), field.number(), repeated ? LABEL_REPEATED : LABEL_OPTIONAL);
    if (shape instanceof Shape.Singular singular) {
      type(singular.type());
    } else if (shape instanceof Shape.Optional maybe) {
      type(maybe.type());
    } else if (shape instanceof Shape.Repeated list) {
      type(list.element());
    } else {
      type(TYPE_MESSAGE, message.fullName() + "." + entryName(field));
    }
    if (optional >= 0) {
      out.int32(9 << 3, optional);
    }
    string(10, field.jsonName());
    deprecated(8, 3, field.deprecated());
    if (optional >= 0) {
      out.bool(17 << 3, true);
    }
  }

  private void entry(FieldModel field, Shape.Mapping map) {
    string(1, entryName(field));
    region(
        2,
        () -> {
          field("key", 1, LABEL_OPTIONAL);
          out.int32(5 << 3, number(Decoding.keyScalar(map.key())));
          string(10, "key");
        });
    region(
        2,
        () -> {
          field("value", 2, LABEL_OPTIONAL);
          type(map.value());
          string(10, "value");
        });
    region(7, () -> out.bool(7 << 3, true));
  }

  /** As protoc names it: {@code TotalsByDayEntry} of {@code totals_by_day}. */
  private static String entryName(FieldModel field) {
    return CodecEmitter.capitalized(Names.defaultJsonName(field.protoName())) + "Entry";
  }

  private void type(ValueType type) {
    ValueType base = Wire.base(type);
    if (base instanceof ValueType.Enumeration enumeration) {
      type(TYPE_ENUM, enumeration.fullName());
    } else if (base instanceof ValueType.ForeignEnum foreign) {
      type(TYPE_ENUM, foreign.fullName());
    } else if (base instanceof ValueType.Message message) {
      type(TYPE_MESSAGE, message.fullName());
    } else if (base instanceof ValueType.ForeignMessage foreign) {
      type(TYPE_MESSAGE, foreign.fullName());
    } else if (base instanceof ValueType.Timestamp) {
      type(TYPE_MESSAGE, "google.protobuf.Timestamp");
    } else if (base instanceof ValueType.Duration) {
      type(TYPE_MESSAGE, "google.protobuf.Duration");
    } else {
      out.int32(5 << 3, number(Wire.scalar(base)));
    }
  }

  private void type(int number, String fullName) {
    out.int32(5 << 3, number);
    string(6, "." + fullName);
  }

  private static int number(ProtoScalar scalar) {
    return switch (scalar) {
      case DOUBLE -> 1;
      case FLOAT -> 2;
      case INT64 -> 3;
      case UINT64 -> 4;
      case INT32 -> 5;
      case BOOL -> 8;
      case STRING -> 9;
      case BYTES -> 12;
      case UINT32 -> 13;
      case SFIXED32 -> 15;
      case SFIXED64 -> 16;
      case SINT32 -> 17;
      case SINT64 -> 18;
    };
  }

  private void anEnum(EnumModel anEnum) {
    string(1, anEnum.protoName());
    if (anEnum.zero().isEmpty()) {
      constant(Names.upperSnake(anEnum.protoName()) + "_UNSPECIFIED", 0, false);
    }
    anEnum.constants().stream()
        .sorted((a, b) -> Integer.compareUnsigned(a.number(), b.number()))
        .forEach(
            each -> {
              constant(each.protoName(), each.number(), each.deprecated());
              each.aliases().forEach(alias -> constant(alias, each.number(), true));
            });
    boolean aliases = anEnum.constants().stream().anyMatch(each -> !each.aliases().isEmpty());
    if (aliases || anEnum.deprecated()) {
      region(
          3,
          () -> {
            if (aliases) {
              out.bool(2 << 3, true);
            }
            if (anEnum.deprecated()) {
              out.bool(3 << 3, true);
            }
          });
    }
    Reserved reserved = anEnum.history().reserved();
    reserved.numbers().forEach(number -> region(4, () -> range(number, number)));
    reserved.names().forEach(name -> string(5, name));
  }

  private void constant(String name, int number, boolean deprecated) {
    region(
        2,
        () -> {
          string(1, name);
          out.int32(2 << 3, number);
          deprecated(3, 1, deprecated);
        });
  }

  private void service(ServiceModel service) {
    string(1, service.protoName());
    service.methods().forEach(each -> region(2, () -> method(each)));
    deprecated(3, 33, service.deprecated());
  }

  private void method(MethodModel method) {
    string(1, method.rpcName());
    string(2, "." + method.request().fullName());
    string(3, "." + method.response().fullName());
    int idempotency = method.safe() ? 1 : method.idempotent() ? 2 : 0;
    if (method.deprecated() || idempotency != 0) {
      region(
          4,
          () -> {
            if (method.deprecated()) {
              out.bool(33 << 3, true);
            }
            if (idempotency != 0) {
              out.int32(34 << 3, idempotency);
            }
          });
    }
    if (method.kind().requestStream()) {
      out.bool(5 << 3, true);
    }
    if (method.kind().responseStream()) {
      out.bool(6 << 3, true);
    }
  }

  private void deprecated(int options, int option, boolean deprecated) {
    if (deprecated) {
      region(options, () -> out.bool(option << 3, true));
    }
  }

  private void string(int number, String text) {
    out.string(Wire.lengthDelimitedTag(number), text);
  }

  private void region(int number, Runnable content) {
    int start = out.begin(Wire.lengthDelimitedTag(number));
    content.run();
    out.end(start);
  }
}
