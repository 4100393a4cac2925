package dev.farcall.processor.emit;

import dev.farcall.processor.model.CaseModel;
import dev.farcall.processor.model.FieldModel;
import dev.farcall.processor.model.MessageModel;
import dev.farcall.processor.model.MessageModel.Body;
import dev.farcall.processor.model.Shape;
import dev.farcall.processor.model.ValueType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Under which name a document describes a message. An answer has every member with a natural
 * default, a request may leave it out; so a message that occurs in both, and that has such a member
 * somewhere within, is described twice: under its full proto name as it is answered, and under that
 * with {@code -Input} as it is sent.
 */
final class OpenApiForms {

  /** Which way a value travels. */
  enum Way {
    REQUEST,
    ANSWER
  }

  private static final String INPUT = "-Input";

  private final OpenApiTypes types;
  private final Set<String> answered = new LinkedHashSet<>();

  OpenApiForms(OpenApiTypes types) {
    this.types = types;
  }

  /** The document answers with this message, and all within. */
  void answers(String message) {
    reach(message, answered);
  }

  /** The key of a message among the document's schemas. */
  String key(String message, Way way) {
    return way == Way.REQUEST && answered.contains(message) && hasDefaults(message)
        ? message + INPUT
        : message;
  }

  /** Whether some member within a message may be left out of a request, but not of an answer. */
  private boolean hasDefaults(String message) {
    Set<String> within = new HashSet<>();
    reach(message, within);
    for (String each : within) {
      MessageModel model = types.message(each);
      if (model != null && model.body().fields().stream().anyMatch(OpenApiForms::isDefaulted)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a field is always in an answer, yet need not be in a request. */
  static boolean isDefaulted(FieldModel field) {
    return field.shape() instanceof Shape.Singular singular
        ? !singular.required()
        : !(field.shape() instanceof Shape.Optional);
  }

  /** Whether a field must be in a request. */
  static boolean isRequired(FieldModel field) {
    return field.shape() instanceof Shape.Singular singular && singular.required();
  }

  private void reach(String message, Set<String> reached) {
    MessageModel model = types.message(message);
    if (model == null || !reached.add(message)) {
      return;
    }
    for (FieldModel field : model.body().fields()) {
      valuesOf(field.shape()).forEach(value -> reach(value, reached));
    }
    if (model.body() instanceof Body.Oneof oneof) {
      for (CaseModel each : oneof.cases()) {
        reach(each.type().fullName(), reached);
      }
    }
  }

  private void reach(ValueType value, Set<String> reached) {
    if (wire(value) instanceof ValueType.Message message) {
      reach(message.fullName(), reached);
    }
  }

  private static List<ValueType> valuesOf(Shape shape) {
    List<ValueType> values = new ArrayList<>();
    if (shape instanceof Shape.Singular singular) {
      values.add(singular.type());
    } else if (shape instanceof Shape.Optional optional) {
      values.add(optional.type());
    } else if (shape instanceof Shape.Repeated repeated) {
      values.add(repeated.element());
    } else if (shape instanceof Shape.Mapping map) {
      values.add(map.value());
    }
    return values;
  }

  /** What travels: a wrapper's one component, the type an adapter turns a value into. */
  static ValueType wire(ValueType type) {
    if (type instanceof ValueType.Wrapped wrapped) {
      return wire(wrapped.inner());
    }
    return type instanceof ValueType.Adapted adapted ? wire(adapted.inner()) : type;
  }
}
