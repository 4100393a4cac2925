package dev.farcall.processor.check;

import com.palantir.javapoet.ArrayTypeName;
import dev.farcall.processor.model.FieldModel;
import dev.farcall.processor.model.MessageModel;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.SchemaModel;
import dev.farcall.processor.model.Texts;
import java.util.List;

/** A record compares arrays by identity, which surprises. */
final class ArraysInRecords implements Check {

  @Override
  public void check(List<SchemaModel> schemas, Problems problems) {
    for (SchemaModel schema : schemas) {
      for (MessageModel message : schema.messages()) {
        if (message.body() instanceof MessageModel.Body.Record) {
          check(message, problems);
        }
      }
    }
  }

  private static void check(MessageModel message, Problems problems) {
    for (FieldModel field : message.body().fields()) {
      if (field.javaType() instanceof ArrayTypeName) {
        problems.add(Texts.arrayIdentity(field.site(), message.label() + "." + field.javaName()));
      }
    }
  }
}
