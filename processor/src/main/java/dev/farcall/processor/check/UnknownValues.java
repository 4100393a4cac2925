package dev.farcall.processor.check;

import dev.farcall.processor.model.CaseModel;
import dev.farcall.processor.model.EnumModel;
import dev.farcall.processor.model.FieldModel;
import dev.farcall.processor.model.MessageModel;
import dev.farcall.processor.model.MethodModel;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.SchemaModel;
import dev.farcall.processor.model.ServiceModel;
import dev.farcall.processor.model.Shape;
import dev.farcall.processor.model.Texts;
import dev.farcall.processor.model.ValueType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What is returned may grow without breaking deployed clients: it has a value for the unknown. */
final class UnknownValues implements Check {

  @Override
  public void check(List<SchemaModel> schemas, Problems problems) {
    new Walk(schemas, problems).all(schemas);
  }

  private static final class Walk {
    private final Map<String, MessageModel> messages = new HashMap<>();
    private final Map<String, EnumModel> enums = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Problems problems;

    Walk(List<SchemaModel> schemas, Problems problems) {
      for (SchemaModel schema : schemas) {
        schema.messages().forEach(message -> messages.put(message.fullName(), message));
        schema.enums().forEach(model -> enums.put(model.fullName(), model));
      }
      this.problems = problems;
    }

    void all(List<SchemaModel> schemas) {
      for (SchemaModel schema : schemas) {
        for (ServiceModel service : schema.services()) {
          for (MethodModel method : service.methods()) {
            String label =
                String.join(".", service.javaType().simpleNames()) + "." + method.javaName();
            message(method.response().fullName(), label);
          }
        }
      }
    }

    private void message(String fullName, String method) {
      MessageModel message = messages.get(fullName);
      if (message == null || !seen.add(fullName)) {
        return;
      }
      if (message.body() instanceof MessageModel.Body.Oneof oneof) {
        if (oneof.unknown().isEmpty()) {
          problems.add(Texts.oneofMayGrow(message.site(), message.label(), method));
        }
        oneof.cases().stream().map(CaseModel::type).forEach(type -> value(type, method));
      }
      for (FieldModel field : message.body().fields()) {
        values(field.shape()).forEach(type -> value(type, method));
      }
    }

    private void value(ValueType type, String method) {
      if (type instanceof ValueType.Message message) {
        message(message.fullName(), method);
      } else if (type instanceof ValueType.Adapted adapted) {
        value(adapted.inner(), method);
      } else if (type instanceof ValueType.Enumeration enumeration) {
        EnumModel model = enums.get(enumeration.fullName());
        if (model != null && model.unknown().isEmpty() && seen.add(enumeration.fullName())) {
          problems.add(Texts.enumMayGrow(model.site(), model.label(), method));
        }
      }
    }

    private static Stream<ValueType> values(Shape shape) {
      if (shape instanceof Shape.Singular singular) {
        return Stream.of(singular.type());
      }
      if (shape instanceof Shape.Optional optional) {
        return Stream.of(optional.type());
      }
      if (shape instanceof Shape.Repeated repeated) {
        return Stream.of(repeated.element());
      }
      Shape.Mapping mapping = (Shape.Mapping) shape;
      return Stream.of(mapping.key(), mapping.value());
    }
  }
}
