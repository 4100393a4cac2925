package dev.farcall.processor.differential;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A JSON text in another of the many spellings that mean the same: members in any order, by their
 * names in {@code .proto} or former names, numbers as text and with exponents, constants by their
 * number, characters escaped, spaces, members nobody knows.
 */
final class JsonDisguise {

  /** Names that the samples' fields had before. */
  private static final Map<String, String> FORMER =
      Map.of("acme.differential.v1.Point.name", "label");

  private static final String[] SPACES = {"", "", "", " ", "\n  ", "\t\r\n"};
  private static final String[] UNKNOWN = {
    "1", "-0.5e-7", "\"\\u0041\\n\"", "null", "true", "{\"a\":[{}]}", "[[],1,\"é\"]"
  };

  private final Random random;

  JsonDisguise(Random random) {
    this.random = random;
  }

  String text(JsonElement message, Descriptor type) {
    StringBuilder out = new StringBuilder();
    space(out);
    message(message.getAsJsonObject(), type, out);
    space(out);
    return out.toString();
  }

  private void message(JsonObject message, Descriptor type, StringBuilder out) {
    List<Runnable> members = new ArrayList<>();
    for (Map.Entry<String, JsonElement> member : message.entrySet()) {
      FieldDescriptor field =
          type.getFields().stream()
              .filter(each -> each.getJsonName().equals(member.getKey()))
              .findFirst()
              .orElseThrow(() -> new AssertionError(type.getFullName() + member.getKey()));
      members.add(
          () -> {
            string(name(field), out);
            colon(out);
            field(member.getValue(), field, out);
          });
    }
    if (type.getRealOneofs().isEmpty()) { // a case that nobody knows is a value
      for (int i = random.nextInt(3); i > 1; i--) {
        members.add(
            () -> {
              string("nobody knows " + random.nextInt(), out);
              colon(out);
              out.append(UNKNOWN[random.nextInt(UNKNOWN.length)]);
            });
      }
      absent(message, type, members, out);
    }
    object(members, out);
  }

  /** A field that is not there may be null, too. */
  private void absent(
      JsonObject message, Descriptor type, List<Runnable> members, StringBuilder out) {
    for (FieldDescriptor field : type.getFields()) {
      if (!message.has(field.getJsonName()) && random.nextInt(8) == 0) {
        members.add(
            () -> {
              string(name(field), out);
              colon(out);
              out.append("null");
            });
      }
    }
  }

  private String name(FieldDescriptor field) {
    String former = FORMER.get(field.getFullName());
    return switch (random.nextInt(3)) {
      case 0 -> field.getName();
      case 1 -> former == null ? field.getJsonName() : former;
      default -> field.getJsonName();
    };
  }

  private void field(JsonElement value, FieldDescriptor field, StringBuilder out) {
    if (field.isMapField()) {
      FieldDescriptor valueField = field.getMessageType().findFieldByNumber(2);
      List<Runnable> entries = new ArrayList<>();
      for (Map.Entry<String, JsonElement> entry : value.getAsJsonObject().entrySet()) {
        entries.add(
            () -> {
              string(entry.getKey(), out);
              colon(out);
              value(entry.getValue(), valueField, out);
            });
      }
      object(entries, out);
    } else if (field.isRepeated()) {
      JsonArray elements = value.getAsJsonArray();
      out.append('[');
      for (int i = 0; i < elements.size(); i++) {
        out.append(i == 0 ? "" : ",");
        space(out);
        value(elements.get(i), field, out);
      }
      space(out);
      out.append(']');
    } else {
      value(value, field, out);
    }
  }

  private void value(JsonElement value, FieldDescriptor field, StringBuilder out) {
    switch (field.getJavaType()) {
      case MESSAGE -> {
        if (field.getMessageType().getFile().getPackage().equals("google.protobuf")) {
          anything(value, out);
        } else {
          message(value.getAsJsonObject(), field.getMessageType(), out);
        }
      }
      case INT, LONG -> integer(value.getAsString(), out);
      case FLOAT, DOUBLE -> {
        if (random.nextInt(4) == 0) {
          string(value.getAsString(), out);
        } else {
          anything(value, out);
        }
      }
      case ENUM -> {
        EnumValueDescriptor constant =
            value.isJsonNull() ? null : field.getEnumType().findValueByName(value.getAsString());
        if (constant != null && random.nextInt(4) == 0) {
          out.append(constant.getNumber());
        } else {
          anything(value, out);
        }
      }
      default -> anything(value, out);
    }
  }

  private void integer(String digits, StringBuilder out) {
    String spelt =
        switch (random.nextInt(6)) {
          case 0 -> digits + ".0";
          case 1 -> digits + "e0";
          case 2 -> digits.equals("0") ? "0.0E+7" : digits + "0E-1";
          default -> digits;
        };
    out.append(random.nextBoolean() ? spelt : '"' + spelt + '"');
  }

  private void anything(JsonElement value, StringBuilder out) {
    if (value instanceof JsonObject object) {
      List<Runnable> members = new ArrayList<>();
      object
          .entrySet()
          .forEach(
              member ->
                  members.add(
                      () -> {
                        string(member.getKey(), out);
                        colon(out);
                        anything(member.getValue(), out);
                      }));
      object(members, out);
    } else if (value instanceof JsonPrimitive primitive && primitive.isString()) {
      string(primitive.getAsString(), out);
    } else {
      out.append(value);
    }
  }

  private void object(List<Runnable> members, StringBuilder out) {
    if (random.nextInt(4) != 0) {
      Collections.shuffle(members, random);
    }
    out.append('{');
    for (int i = 0; i < members.size(); i++) {
      out.append(i == 0 ? "" : ",");
      space(out);
      members.get(i).run();
      space(out);
    }
    out.append('}');
  }

  private void string(String text, StringBuilder out) {
    boolean escape = random.nextInt(4) == 0;
    out.append('"');
    text.codePoints()
        .mapToObj(Character::toString)
        .forEach(
            c -> {
              if (c.compareTo(" ") < 0
                  || "\"\\".contains(c)
                  || (escape && random.nextInt(3) == 0)) {
                String format = random.nextBoolean() ? "\\u%04x" : "\\u%04X";
                c.chars().forEach(unit -> out.append(String.format(format, unit)));
              } else {
                out.append(c);
              }
            });
    out.append('"');
  }

  private void colon(StringBuilder out) {
    space(out);
    out.append(':');
    space(out);
  }

  private void space(StringBuilder out) {
    out.append(SPACES[random.nextInt(SPACES.length)]);
  }
}
