package dev.farcall.processor.check;

import dev.farcall.processor.model.FieldModel;
import dev.farcall.processor.model.MessageModel;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.SchemaModel;
import dev.farcall.processor.model.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The fields of a message have distinct names in proto and in JSON, and no former name is one of
 * them.
 */
final class UniqueFieldNames implements Check {

  @Override
  public void check(List<SchemaModel> schemas, Problems problems) {
    for (SchemaModel schema : schemas) {
      schema.messages().forEach(message -> check(message, problems));
    }
  }

  private static void check(MessageModel message, Problems problems) {
    Map<String, FieldModel> known = new HashMap<>();
    for (FieldModel field : message.body().fields()) {
      FieldModel other = known.putIfAbsent(field.protoName(), field);
      if (other != null) {
        problems.add(
            Texts.sameField(
                field.site(),
                other.javaName(),
                field.javaName(),
                message.label(),
                field.protoName()));
      }
    }
    checkJson(message, problems);
    for (FieldModel field : message.body().fields()) {
      for (String former : field.formerNames()) {
        FieldModel other = known.get(former);
        if (other != null) {
          problems.add(
              Texts.badFormerName(
                  field.site(),
                  former,
                  message.label() + "." + field.javaName(),
                  "'" + other.javaName() + "' has that name"));
        }
      }
    }
  }

  /** JSON reads the proto name as well. */
  private static void checkJson(MessageModel message, Problems problems) {
    Map<String, FieldModel> known = new HashMap<>();
    for (FieldModel field : message.body().fields()) {
      for (String name : new TreeSet<>(List.of(field.jsonName(), field.protoName()))) {
        FieldModel other = known.putIfAbsent(name, field);
        if (other != null && !other.protoName().equals(field.protoName())) {
          problems.add(
              Texts.sameJsonName(
                  field.site(), other.javaName(), field.javaName(), message.label(), name));
          break;
        }
      }
    }
  }
}
