package dev.farcall.processor.conformance;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import dev.farcall.wire.FileSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What protobuf-java, given only a descriptor, makes of bytes. */
final class Oracle {

  private Oracle() {}

  /** A message of an emitted schema. */
  static Descriptor descriptor(FileSchema schema, String name) {
    return file(schema).findMessageTypeByName(name);
  }

  private static FileDescriptor file(FileSchema schema) {
    FileDescriptor[] imports =
        schema.dependencies().stream().map(Oracle::file).toArray(FileDescriptor[]::new);
    try {
      return FileDescriptor.buildFrom(FileDescriptorProto.parseFrom(schema.bytes()), imports);
    } catch (InvalidProtocolBufferException | DescriptorValidationException e) {
      throw new AssertionError("the emitted schema " + schema + " is not valid", e);
    }
  }

  /**
   * The message in these bytes in one form of the many it has: without unknown fields, of a map's
   * equal keys the last, entries by key, keys and values of entries present.
   */
  static Message read(Descriptor type, ByteString bytes) throws InvalidProtocolBufferException {
    return canonical(DynamicMessage.parseFrom(type, bytes));
  }

  private static Message canonical(Message message) {
    DynamicMessage.Builder out = DynamicMessage.newBuilder(message.getDescriptorForType());
    message
        .getAllFields()
        .forEach(
            (field, value) -> {
              if (field.isMapField()) {
                out.setField(field, entries((List<?>) value));
              } else if (field.isRepeated()) {
                out.setField(
                    field, ((List<?>) value).stream().map(Oracle::canonicalValue).toList());
              } else {
                out.setField(field, canonicalValue(value));
              }
            });
    return out.build();
  }

  private static Object canonicalValue(Object value) {
    return value instanceof Message message ? canonical(message) : value;
  }

  private static List<Message> entries(List<?> entries) {
    TreeMap<String, Message> byKey = new TreeMap<>();
    for (Object each : entries) {
      Message entry = (Message) each;
      DynamicMessage.Builder out = DynamicMessage.newBuilder(entry.getDescriptorForType());
      FieldDescriptor key = entry.getDescriptorForType().findFieldByNumber(1);
      FieldDescriptor value = entry.getDescriptorForType().findFieldByNumber(2);
      out.setField(key, entry.getField(key));
      out.setField(value, canonicalValue(entry.getField(value)));
      byKey.put(entry.getField(key).toString(), out.build());
    }
    return new ArrayList<>(byKey.values());
  }
}
