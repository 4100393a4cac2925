package dev.farcall.processor.check;

import com.palantir.javapoet.TypeName;
import dev.farcall.processor.model.FieldModel;
import dev.farcall.processor.model.MessageModel;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.SchemaModel;
import dev.farcall.processor.model.Texts;
import java.util.List;

/** A constructor takes its fields: a JVM method has 255 slots, and the new object takes one. */
final class ConstructorSlots implements Check {

  private static final int MOST = 254;

  @Override
  public void check(List<SchemaModel> schemas, Problems problems) {
    for (SchemaModel schema : schemas) {
      for (MessageModel message : schema.messages()) {
        int slots = message.body().fields().stream().mapToInt(ConstructorSlots::slots).sum();
        if (slots > MOST) {
          problems.add(Texts.tooManySlots(message.site(), message.label(), slots));
        }
      }
    }
  }

  private static int slots(FieldModel field) {
    return field.javaType().equals(TypeName.LONG) || field.javaType().equals(TypeName.DOUBLE)
        ? 2
        : 1;
  }
}
