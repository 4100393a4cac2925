package dev.farcall.processor.analysis;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.farcall.processor.model.FieldModel;
import dev.farcall.processor.model.MessageModel;
import dev.farcall.processor.model.MessageModel.Body;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.RouteModel.QueryPart;
import dev.farcall.processor.model.RouteModel.QueryRecord;
import dev.farcall.processor.model.RouteModel.QueryValue;
import dev.farcall.processor.model.Shape;
import dev.farcall.processor.model.Texts;
import dev.farcall.processor.model.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the fields that stand in a query. */
final class QueryParts {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.~$\\[\\]-]+");
  private static final String FLATTEN = "Use @Post, or a record of such values.";

  private final Problems problems;
  private final RouteBindings messages;

  QueryParts(Problems problems, RouteBindings messages) {
    this.problems = problems;
    this.messages = messages;
  }

  List<QueryPart> of(List<FieldModel> fields) {
    List<QueryPart> parts = new ArrayList<>();
    for (FieldModel field : fields) {
      String name = field.jsonName();
      if (!NAME.matcher(name).matches()) {
        problems.add(Texts.badQueryName(field.site(), "'" + field.javaName() + "'", name));
      }
      part(field).ifPresent(parts::add);
    }
    return List.copyOf(parts);
  }

  private Optional<QueryPart> part(FieldModel field) {
    if (TextForm.isAnyNumber(field.shape())) {
      return Optional.of(new QueryValue(field.jsonName(), field));
    }
    Optional<MessageModel> flat = record(field.shape());
    if (flat.isEmpty() || !(flat.get().javaType() instanceof ClassName type)) {
      refuse(field, FLATTEN);
      return Optional.empty();
    }
    String prefix = field.jsonName() + ".";
    List<QueryValue> components = new ArrayList<>();
    for (FieldModel component : flat.get().body().fields()) {
      if (!TextForm.isAnyNumber(component.shape())) {
        refuse(field, "Its component '" + component.javaName() + "' cannot. " + FLATTEN);
        return Optional.empty();
      }
      components.add(new QueryValue(prefix + component.jsonName(), component));
    }
    return Optional.of(new QueryRecord(prefix, field, type, List.copyOf(components)));
  }

  private Optional<MessageModel> record(Shape shape) {
    ValueType type = null;
    if (shape instanceof Shape.Singular singular) {
      type = singular.type();
    } else if (shape instanceof Shape.Optional optional) {
      type = optional.type();
    }
    return type instanceof ValueType.Message message
        ? messages.message(message.fullName()).filter(found -> found.body() instanceof Body.Record)
        : Optional.empty();
  }

  private void refuse(FieldModel field, String cure) {
    problems.add(
        Texts.noQueryForm(
            field.site(), "'" + field.javaName() + "'", RouteBindings.type(field), cure));
  }

  /** Tells that a parameter that is the whole request has no components to be spread. */
  void refuse(RouteMarks.Parameter parameter, TypeName type, String cure) {
    problems.add(
        Texts.noQueryForm(
            parameter.use().site(), parameter.use().label(), RouteBindings.brief(type), cure));
  }
}
