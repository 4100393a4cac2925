package dev.farcall.processor.differential;

import com.google.protobuf.DiscardUnknownFieldsParser;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values as trees that compare by content; records with arrays in them do not. */
final class Trees {

  private Trees() {}

  static @Nullable Object of(@Nullable Object value) {
    if (value == null || value instanceof Optional<?> optional && optional.isEmpty()) {
      return null;
    }
    if (value instanceof Optional<?> optional) {
      return of(optional.orElseThrow());
    }
    if (value instanceof Message message) {
      return known(message);
    }
    if (value.getClass().isRecord()) {
      Map<String, @Nullable Object> tree = new LinkedHashMap<>();
      tree.put("", value.getClass());
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        tree.put(component.getName(), of(component(value, component)));
      }
      return tree;
    }
    if (value.getClass().isArray()) {
      List<@Nullable Object> tree = new ArrayList<>();
      for (int i = 0; i < Array.getLength(value); i++) {
        tree.add(of(Array.get(value, i)));
      }
      return tree;
    }
    if (value instanceof Map<?, ?> map) {
      Map<@Nullable Object, @Nullable Object> tree = new LinkedHashMap<>();
      map.forEach((key, each) -> tree.put(of(key), of(each)));
      return tree;
    }
    if (value instanceof Collection<?> collection) {
      Collection<@Nullable Object> tree =
          value instanceof Set ? new HashSet<>() : new ArrayList<>();
      collection.forEach(element -> tree.add(of(element)));
      return tree;
    }
    return value;
  }

  /** Protoc's messages keep the fields that nobody knows. */
  private static Message known(Message message) {
    try {
      return DiscardUnknownFieldsParser.wrap(message.getParserForType())
          .parseFrom(message.toByteString());
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable Object component(Object value, RecordComponent component) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
