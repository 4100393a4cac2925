package dev.farcall.processor.differential;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.WireFormat;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A message in another of the many spellings that mean the same: fields in any order, lists packed
 * or not, messages in parts, values that a later one replaces, overlong varints, fields nobody
 * knows.
 */
final class Disguise {

  private static final int UNKNOWN_FIELD = 18_999;

  private final Random random;

  Disguise(Random random) {
    this.random = random;
  }

  byte[] bytes(Message message) {
    List<List<byte[]>> fields = new ArrayList<>();
    for (Map.Entry<FieldDescriptor, Object> field : message.getAllFields().entrySet()) {
      fields.add(occurrences(message, field.getKey(), field.getValue()));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      fields.add(List.of(unknown()));
    }
    return interleaved(fields);
  }

  /** Those of one field stay in their order. */
  private byte[] interleaved(List<List<byte[]>> fields) {
    List<Integer> turns = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      turns.addAll(Collections.nCopies(fields.get(i).size(), i));
    }
    if (random.nextInt(4) != 0) {
      Collections.shuffle(turns, random);
    }
    int[] next = new int[fields.size()];
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int turn : turns) {
      out.writeBytes(fields.get(turn).get(next[turn]++));
    }
    return out.toByteArray();
  }

  private List<byte[]> occurrences(Message message, FieldDescriptor field, Object value) {
    List<byte[]> occurrences = new ArrayList<>();
    if (field.isRepeated()) {
      List<?> elements = (List<?>) value;
      if (field.isPackable()) {
        packed(field, elements, occurrences);
      } else {
        elements.forEach(element -> occurrences.add(field(field, element)));
      }
      return occurrences;
    }
    if (field.getRealContainingOneof() != null) {
      otherCase(field, occurrences);
    }
    if (field.getJavaType() != FieldDescriptor.JavaType.MESSAGE) {
      if (random.nextInt(4) == 0 && !checked(field)) {
        occurrences.add(field(field, field.getDefaultValue()));
      }
      occurrences.add(field(field, value));
      return occurrences;
    }
    if (random.nextInt(3) == 0) {
      parts((Message) value).forEach(part -> occurrences.add(field(field, part)));
    } else {
      occurrences.add(field(field, value));
    }
    return occurrences;
  }

  /** Whether a codec of ours refuses the default, which it reads before the value that counts. */
  private static boolean checked(FieldDescriptor field) {
    return switch (field.getJavaType()) {
      case STRING, BYTE_STRING, ENUM -> true;
      default -> false;
    };
  }

  /** A case before the one that counts. */
  private void otherCase(FieldDescriptor field, List<byte[]> occurrences) {
    List<FieldDescriptor> cases = field.getRealContainingOneof().getFields();
    FieldDescriptor other = cases.get(random.nextInt(cases.size()));
    if (other != field
        && other.getJavaType() == FieldDescriptor.JavaType.MESSAGE
        && random.nextBoolean()) {
      occurrences.add(field(other, DynamicMessage.getDefaultInstance(other.getMessageType())));
    }
  }

  /** Some packed, some not. */
  private void packed(FieldDescriptor field, List<?> elements, List<byte[]> occurrences) {
    int at = 0;
    while (at < elements.size()) {
      int to = at + 1 + random.nextInt(elements.size() - at);
      if (random.nextBoolean()) {
        ByteArrayOutputStream values = new ByteArrayOutputStream();
        elements.subList(at, to).forEach(element -> values.writeBytes(value(field, element)));
        occurrences.add(delimited(field.getNumber(), values.toByteArray()));
      } else {
        elements.subList(at, to).forEach(element -> occurrences.add(field(field, element)));
      }
      at = to;
    }
  }

  /** The fields of a message on two of its kind. */
  private List<Message> parts(Message message) {
    Message.Builder first = message.newBuilderForType();
    Message.Builder second = message.newBuilderForType();
    message
        .getAllFields()
        .forEach((field, value) -> (random.nextBoolean() ? first : second).setField(field, value));
    return List.of(first.build(), second.build());
  }

  private byte[] field(FieldDescriptor field, Object value) {
    if (field.getLiteType().getWireType() == WireFormat.WIRETYPE_LENGTH_DELIMITED) {
      return delimited(
          field.getNumber(), value instanceof Message message ? content(message) : content(value));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    varint(out, (long) field.getNumber() << 3 | field.getLiteType().getWireType());
    out.writeBytes(value(field, value));
    return out.toByteArray();
  }

  private byte[] content(Message message) {
    Descriptor type = message.getDescriptorForType();
    if (!type.getOptions().getMapEntry()) {
      return bytes(message);
    }
    // An entry whose value is a message may lack it, others may lack what is a default.
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<FieldDescriptor> fields = new ArrayList<>(type.getFields());
    if (random.nextBoolean()) {
      Collections.reverse(fields);
    }
    for (FieldDescriptor field : fields) {
      out.writeBytes(field(field, message.getField(field)));
      if (random.nextInt(8) == 0) {
        out.writeBytes(unknown());
      }
    }
    return out.toByteArray();
  }

  private static byte[] content(Object value) {
    return value instanceof ByteString bytes
        ? bytes.toByteArray()
        : ((String) value).getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  private byte[] delimited(int number, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    varint(out, (long) number << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED);
    overlong(out, content.length);
    out.writeBytes(content);
    return out.toByteArray();
  }

  private byte[] value(FieldDescriptor field, Object value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    switch (field.getType()) {
      case BOOL -> overlong(out, (Boolean) value ? 1 + random.nextInt(3) : 0);
      case INT32, INT64, UINT64 -> overlong(out, ((Number) value).longValue());
      case UINT32 -> overlong(out, Integer.toUnsignedLong((Integer) value));
      case ENUM ->
          overlong(out, ((com.google.protobuf.Descriptors.EnumValueDescriptor) value).getNumber());
      case SINT32 -> {
        int number = (Integer) value;
        overlong(out, Integer.toUnsignedLong(number << 1 ^ number >> 31));
      }
      case SINT64 -> {
        long number = (Long) value;
        overlong(out, number << 1 ^ number >> 63);
      }
      case SFIXED32 -> fixed(out, (Integer) value, 4);
      case SFIXED64 -> fixed(out, (Long) value, 8);
      case FLOAT -> fixed(out, Float.floatToRawIntBits((Float) value), 4);
      case DOUBLE -> fixed(out, Double.doubleToRawLongBits((Double) value), 8);
      default -> throw new IllegalArgumentException(field.toString());
    }
    return out.toByteArray();
  }

  private static void fixed(ByteArrayOutputStream out, long bits, int bytes) {
    for (int i = 0; i < bytes; i++) {
      out.write((int) (bits >>> 8 * i));
    }
  }

  /** Sometimes with more bytes than it needs. */
  private void overlong(ByteArrayOutputStream out, long value) {
    int spare = random.nextInt(6) == 0 ? random.nextInt(10) : 0;
    long rest = value;
    int written = 0;
    while ((rest & ~0x7FL) != 0 || (spare-- > 0 && written < 9)) {
      out.write((int) (rest & 0x7F | 0x80));
      rest >>>= 7;
      written++;
    }
    out.write((int) rest);
  }

  private static void varint(ByteArrayOutputStream out, long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  private byte[] unknown() {
    UnknownFieldSet inner =
        UnknownFieldSet.newBuilder()
            .addField(1, UnknownFieldSet.Field.newBuilder().addVarint(random.nextLong()).build())
            .build();
    UnknownFieldSet.Field.Builder field = UnknownFieldSet.Field.newBuilder();
    switch (random.nextInt(5)) {
      case 0 -> field.addVarint(random.nextLong());
      case 1 -> field.addFixed32(random.nextInt());
      case 2 -> field.addFixed64(random.nextLong());
      case 3 -> field.addLengthDelimited(ByteString.copyFromUtf8("unknown"));
      default -> field.addGroup(inner);
    }
    return UnknownFieldSet.newBuilder()
        .addField(UNKNOWN_FIELD, field.build())
        .build()
        .toByteArray();
  }
}
