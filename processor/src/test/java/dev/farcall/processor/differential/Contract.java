package dev.farcall.processor.differential;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * A record with all that can be in one, as Java source, and random changes of it: those that are
 * harmless and those that are not. Names are never given twice.
 */
record Contract(List<Field> order, List<Field> line, List<String> constants, List<String> cases) {

  private static final AtomicInteger NAMES = new AtomicInteger();

  private static final List<String> PLAIN =
      List.of(
          "Integer",
          "Long",
          "String",
          "Boolean",
          "Double",
          "java.util.UUID",
          "java.time.Instant",
          "java.math.BigDecimal");

  private static final List<String> FURTHER =
      List.of(
          "Status",
          "Line",
          "Payment",
          "java.util.List<String>",
          "java.util.List<Line>",
          "java.util.Set<Status>",
          "java.util.Map<String, Integer>");

  /**
   * A component.
   *
   * @param id what stays of it, whatever its name
   * @param core its type, boxed
   * @param was its former names
   * @param json its name in JSON
   */
  record Field(int id, String name, String core, boolean optional, List<String> was, String json) {

    boolean isPlain() {
      return PLAIN.contains(core);
    }

    /** The value of it. */
    Object of(Object record) throws ReflectiveOperationException {
      return record.getClass().getMethod(name).invoke(record);
    }

    private String source() {
      String type =
          optional
              ? "java.util.Optional<" + core + ">"
              : switch (core) {
                case "Integer" -> "int";
                case "Long" -> "long";
                case "Boolean" -> "boolean";
                case "Double" -> "double";
                default -> core;
              };
      String former =
          was.isEmpty()
              ? ""
              : was.stream().collect(Collectors.joining("\", \"", "@Was({\"", "\"}) "));
      return former + (json.equals(name) ? "" : "@Json(\"" + json + "\") ") + type + " " + name;
    }
  }

  static Contract first(Random random) {
    List<Field> order = new ArrayList<>();
    List<Field> line = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      order.add(anyField(random, true));
    }
    line.add(anyField(random, false));
    line.add(anyField(random, false));
    return new Contract(order, line, List.of(name("V"), name("V")), List.of(name("Case")));
  }

  private static String name(String prefix) {
    return prefix + NAMES.incrementAndGet();
  }

  private static Field anyField(Random random, boolean further) {
    String name = name("f");
    String core = anyType(random, further);
    boolean optional = !core.contains("<") && random.nextBoolean();
    return new Field(NAMES.incrementAndGet(), name, core, optional, List.of(), name);
  }

  private static String anyType(Random random, boolean further) {
    return further && random.nextInt(3) == 0
        ? FURTHER.get(random.nextInt(FURTHER.size()))
        : PLAIN.get(random.nextInt(PLAIN.size()));
  }

  /** After one to three changes. */
  Contract edited(Random random) {
    Contract edited = this;
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      edited = edited.edit(random);
    }
    return edited;
  }

  private Contract edit(Random random) {
    return switch (random.nextInt(9)) {
      case 0 -> new Contract(order, fields(line, random, false), constants, cases);
      case 1 -> new Contract(order, line, names(constants, "V", random), cases);
      case 2 -> new Contract(order, line, constants, names(cases, "Case", random));
      default -> new Contract(fields(order, random, true), line, constants, cases);
    };
  }

  private static List<String> names(List<String> old, String prefix, Random random) {
    List<String> names = new ArrayList<>(old);
    switch (random.nextInt(3)) {
      case 0 -> names.add(random.nextInt(names.size() + 1), name(prefix));
      case 1 -> Collections.shuffle(names, random);
      default -> {
        if (names.size() > 1) {
          names.remove(random.nextInt(names.size()));
        }
      }
    }
    return names;
  }

  private static List<Field> fields(List<Field> old, Random random, boolean further) {
    List<Field> fields = new ArrayList<>(old);
    int at = random.nextInt(fields.size());
    Field field = fields.get(at);
    switch (random.nextInt(9)) {
      case 0, 1, 2 -> fields.add(at, anyField(random, further));
      case 3 -> Collections.shuffle(fields, random);
      case 4 -> {
        if (fields.size() > 1) {
          fields.remove(at);
        }
      }
      case 5 -> {
        String name = name("f");
        fields.set(at, renamed(field, name, name));
      }
      case 6 -> fields.set(at, renamed(field, name("f"), field.json()));
      case 7 -> fields.set(at, typed(field, anyType(random, further), field.optional()));
      default -> fields.set(at, typed(field, field.core(), !field.optional()));
    }
    return fields;
  }

  private static Field renamed(Field field, String name, String json) {
    List<String> was = new ArrayList<>(field.was());
    was.add(field.name());
    return new Field(field.id(), name, field.core(), field.optional(), was, json);
  }

  private static Field typed(Field field, String core, boolean optional) {
    return new Field(
        field.id(), field.name(), core, optional && !core.contains("<"), field.was(), field.json());
  }

  String source(String javaPackage) {
    return """
        package %s;

        import dev.farcall.annotation.*;

        @Message
        public record Order(%s) {
          @Message
          public record Line(%s) {}

          @Message
          public enum Status { %s, @UnknownValue OTHER }

          @Message
          public sealed interface Payment {
        %s    @UnknownValue record Unknown() implements Payment {}
          }
        }
        """
        .formatted(
            javaPackage,
            source(order),
            source(line),
            String.join(", ", constants),
            cases.stream()
                .map(each -> "    record " + each + "(String text) implements Payment {}\n")
                .collect(Collectors.joining()));
  }

  private static String source(List<Field> fields) {
    return fields.stream().map(Field::source).collect(Collectors.joining(", "));
  }
}
