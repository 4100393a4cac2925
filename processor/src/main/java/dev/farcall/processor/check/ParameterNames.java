package dev.farcall.processor.check;

import dev.farcall.processor.model.FieldModel;
import dev.farcall.processor.model.MessageModel;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.SchemaModel;
import dev.farcall.processor.model.Texts;
import java.util.List;
import java.util.Set;

/**
 * A parameter can be a component of the request that is generated: The Java Language Specification,
 * section 8.10.1, forbids some names.
 */
final class ParameterNames implements Check {

  private static final Set<String> FORBIDDEN =
      Set.of(
          "clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

  @Override
  public void check(List<SchemaModel> schemas, Problems problems) {
    for (SchemaModel schema : schemas) {
      for (MessageModel message : schema.messages()) {
        if (message.body() instanceof MessageModel.Body.Request) {
          check(message, problems);
        }
      }
    }
  }

  private static void check(MessageModel request, Problems problems) {
    for (FieldModel field : request.body().fields()) {
      if (FORBIDDEN.contains(field.javaName())) {
        problems.add(Texts.badParameterName(field.site(), field.javaName(), request.label()));
      }
    }
  }
}
