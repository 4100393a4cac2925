package dev.farcall.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.farcall.processor.model.FieldModel;
import dev.farcall.processor.model.MessageModel;
import dev.farcall.processor.model.MethodModel;
import dev.farcall.processor.model.RouteModel;
import dev.farcall.processor.model.RouteModel.QueryPart;
import dev.farcall.processor.model.RouteModel.QueryRecord;
import dev.farcall.processor.model.RouteModel.QueryValue;
import dev.farcall.processor.model.SchemaModel;
import dev.farcall.processor.model.Shape;
import dev.farcall.processor.model.ValueType;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes the method that puts a request together from path, query and body. */
final class RouteReadEmitter {

  private static final Decoding DECODING = new Decoding(new ForeignHelpers());

  private RouteReadEmitter() {}

  static MethodSpec emit(SchemaModel schema, MethodModel method, RouteModel route, RouteBody body) {
    MethodSpec.Builder spec =
        MethodSpec.methodBuilder("readRequest")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PROTECTED)
            .returns(method.request().javaType().box())
            .addParameter(Core.ROUTE_READER, "in");
    if (body.model() instanceof RouteModel.Body.Whole) {
      return spec.addStatement("return in.body($L)", body.codec()).build();
    }
    if (body.model() instanceof RouteModel.Body.Members) {
      spec.addStatement("$T body = in.body($L)", body.type(), body.codec());
    }
    Map<String, CodeBlock> values = new HashMap<>();
    for (int i = 0; i < route.path().size(); i++) {
      values.put(route.path().get(i).javaName(), path(route.path().get(i), i));
    }
    for (QueryPart part : route.query()) {
      values.put(part.field().javaName(), query(part));
    }
    body(body, values);
    CodeBlock arguments =
        fields(schema, method).stream()
            .map(field -> Objects.requireNonNull(values.get(field.javaName())))
            .collect(CodeBlock.joining(",$W"));
    return spec.addStatement("return new $T($L)", method.request().javaType(), arguments).build();
  }

  private static List<FieldModel> fields(SchemaModel schema, MethodModel method) {
    return schema.messages().stream()
        .filter(message -> message.fullName().equals(method.request().fullName()))
        .findFirst()
        .map(MessageModel::body)
        .map(MessageModel.Body::fields)
        .orElseThrow();
  }

  private static CodeBlock path(FieldModel field, int index) {
    ValueType type = ((Shape.Singular) field.shape()).type();
    return TextForms.isText(type)
        ? CodeBlock.of("in.path($L)", index)
        : CodeBlock.of("in.path($L, $S, $L)", index, field.jsonName(), TextForms.parser(type));
  }

  private static void body(RouteBody body, Map<String, CodeBlock> values) {
    if (body.model() instanceof RouteModel.Body.Members members) {
      for (FieldModel field : members.fields()) {
        values.put(field.javaName(), CodeBlock.of("body.$N()", field.javaName()));
      }
    } else if (body.model() instanceof RouteModel.Body.Field field) {
      values.put(field.field().javaName(), body(body, field.field()));
    }
  }

  private static CodeBlock body(RouteBody body, FieldModel field) {
    if (!body.bare()) {
      return CodeBlock.of("in.body($L)", body.codec());
    }
    CodeBlock value = CodeBlock.of("in.bareBody($L, $S)", body.codec(), field.jsonName());
    return field.shape() instanceof Shape.Optional optional
        ? CodeBlock.of("in.hasBody() ? $L : $L", value, ResultEmitter.absent(optional))
        : value;
  }

  private static CodeBlock query(QueryPart part) {
    if (part instanceof QueryValue value) {
      return value(value);
    }
    QueryRecord record = (QueryRecord) part;
    CodeBlock made =
        CodeBlock.of(
            "new $T($L)",
            record.javaType(),
            record.components().stream()
                .map(RouteReadEmitter::value)
                .collect(CodeBlock.joining(",$W")));
    if (!(record.field().shape() instanceof Shape.Optional optional)) {
      return made;
    }
    CodeBlock some =
        optional.form() == Shape.Optional.Form.NULLABLE
            ? made
            : CodeBlock.of("$T.of($L)", Optional.class, made);
    return CodeBlock.of(
        "in.hasQuery($S) ? $L : $L", record.prefix(), some, ResultEmitter.absent(optional));
  }

  private static CodeBlock value(QueryValue query) {
    Shape shape = query.field().shape();
    if (shape instanceof Shape.Singular singular) {
      return singular(query.name(), singular);
    }
    if (shape instanceof Shape.Optional optional) {
      return switch (optional.form()) {
        case OPTIONAL_INT -> CodeBlock.of("in.queryInt($S)", query.name());
        case OPTIONAL_LONG -> CodeBlock.of("in.queryLong($S)", query.name());
        case OPTIONAL_DOUBLE -> CodeBlock.of("in.queryDouble($S)", query.name());
        case NULLABLE -> maybe(query.name(), optional.type());
        case OPTIONAL ->
            CodeBlock.of("$T.ofNullable($L)", Optional.class, maybe(query.name(), optional.type()));
      };
    }
    Shape.Repeated repeated = (Shape.Repeated) shape;
    CodeBlock values =
        CodeBlock.of("in.queries($S, $L)", query.name(), TextForms.parser(repeated.element()));
    return repeated.form() == Shape.Repeated.Form.SET
        ? CodeBlock.of("$T.unmodifiable(new $T<>($L))", Wire.VALUES, LinkedHashSet.class, values)
        : values;
  }

  private static CodeBlock singular(String name, Shape.Singular shape) {
    CodeBlock parser = TextForms.parser(shape.type());
    if (shape.required()) {
      return CodeBlock.of("in.required($S, $L)", name, parser);
    }
    CodeBlock absent = Objects.requireNonNull(DECODING.absent(shape.type()));
    return CodeBlock.of("in.query($S, $L, $L)", name, absent, parser);
  }

  /** The value, or null. */
  private static CodeBlock maybe(String name, ValueType type) {
    return TextForms.isText(type)
        ? CodeBlock.of("in.query($S)", name)
        : CodeBlock.of("in.query($S, $L)", name, TextForms.parser(type));
  }
}
