package dev.farcall.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import dev.farcall.processor.model.FieldModel;
import dev.farcall.processor.model.MethodModel;
import dev.farcall.processor.model.RouteModel;
import dev.farcall.processor.model.RouteModel.QueryPart;
import dev.farcall.processor.model.RouteModel.QueryRecord;
import dev.farcall.processor.model.RouteModel.QueryValue;
import dev.farcall.processor.model.SchemaModel;
import dev.farcall.processor.model.Shape;
import dev.farcall.processor.model.ValueType;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes the method that spreads a request over path, query and body. */
final class RouteWriteEmitter {

  private final String label;
  private final NameAllocator names = new NameAllocator();
  private final CodeBlock.Builder code = CodeBlock.builder();

  private RouteWriteEmitter(String label) {
    this.label = label;
    List.of("request", "out", "value", "each").forEach(names::newName);
  }

  static MethodSpec emit(SchemaModel schema, MethodModel method, RouteModel route, RouteBody body) {
    RouteWriteEmitter emitter = new RouteWriteEmitter(label(schema, method));
    route.path().forEach(emitter::path);
    route.query().forEach(emitter::query);
    emitter.body(body);
    return MethodSpec.methodBuilder("write")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(method.request().javaType().box(), "request")
        .addParameter(Core.ROUTE_WRITER, "out")
        .addCode(emitter.code.build())
        .build();
  }

  /** What errors call the request. */
  private static String label(SchemaModel schema, MethodModel method) {
    return schema.messages().stream()
        .filter(message -> message.fullName().equals(method.request().fullName()))
        .findFirst()
        .map(message -> message.label())
        .orElse(Names.simple(method.request().fullName()));
  }

  private void path(FieldModel field) {
    ValueType type = ((Shape.Singular) field.shape()).type();
    code.addStatement("out.path($L)", TextForms.text(type, of(field), where(field), false));
  }

  private void query(QueryPart part) {
    if (part instanceof QueryValue value) {
      value(value, of(value.field()), where(value.field()));
    } else {
      record((QueryRecord) part);
    }
  }

  private void value(QueryValue query, CodeBlock value, String where) {
    Shape shape = query.field().shape();
    if (shape instanceof Shape.Singular singular) {
      add(query, TextForms.text(singular.type(), value, where, false));
    } else if (shape instanceof Shape.Optional optional) {
      optional(query, optional, value, where);
    } else {
      ValueType element = ((Shape.Repeated) shape).element();
      code.beginControlFlow(
          "for ($T each : $T.notNull($L, $S))", element.javaType(), Wire.VALUES, value, where);
      add(query, TextForms.text(element, CodeBlock.of("each"), where, false));
      code.endControlFlow();
    }
  }

  private void optional(QueryValue query, Shape.Optional shape, CodeBlock value, String where) {
    if (shape.form() == Shape.Optional.Form.NULLABLE) {
      code.beginControlFlow("if ($L != null)", value);
      add(query, TextForms.text(shape.type(), value, where, true));
      code.endControlFlow();
      return;
    }
    CodeBlock text = TextForms.text(shape.type(), CodeBlock.of("value"), where, true);
    code.addStatement(
        "$T.notNull($L, $S).ifPresent(value -> out.query($S, $L))",
        Wire.VALUES,
        value,
        where,
        query.name(),
        text);
  }

  private void add(QueryValue query, CodeBlock text) {
    code.addStatement("out.query($S, $L)", query.name(), text);
  }

  private void record(QueryRecord record) {
    CodeBlock value = of(record.field());
    String local = names.newName(record.field().javaName());
    Optional<Shape.Optional.Form> form =
        record.field().shape() instanceof Shape.Optional optional
            ? Optional.of(optional.form())
            : Optional.empty();
    if (form.isEmpty()) {
      code.addStatement(
          "$T $N = $T.notNull($L, $S)",
          record.javaType(),
          local,
          Wire.VALUES,
          value,
          where(record.field()));
    } else if (form.get() == Shape.Optional.Form.NULLABLE) {
      code.addStatement("$T $N = $L", record.javaType(), local, value);
      code.beginControlFlow("if ($N != null)", local);
    } else {
      code.addStatement("$T $N = $L.orElse(null)", record.javaType(), local, value);
      code.beginControlFlow("if ($N != null)", local);
    }
    for (QueryValue component : record.components()) {
      String name = component.field().javaName();
      value(component, CodeBlock.of("$N.$N()", local, name), where(record.field()) + "." + name);
    }
    if (form.isPresent()) {
      code.endControlFlow();
    }
  }

  private void body(RouteBody body) {
    if (body.model() instanceof RouteModel.Body.Whole) {
      code.addStatement("out.body($L, request)", body.codec());
    } else if (body.model() instanceof RouteModel.Body.Members members) {
      CodeBlock parts =
          members.fields().stream().map(RouteWriteEmitter::of).collect(CodeBlock.joining(", "));
      code.addStatement("out.body($L, new $T($L))", body.codec(), body.type(), parts);
    } else if (body.model() instanceof RouteModel.Body.Field field) {
      if (body.bare()) {
        code.addStatement("out.bareBody($L, $L)", body.codec(), of(field.field()));
      } else {
        code.addStatement(
            "out.body($L, $T.notNull($L, $S))",
            body.codec(),
            Wire.VALUES,
            of(field.field()),
            where(field.field()));
      }
    }
  }

  private static CodeBlock of(FieldModel field) {
    return CodeBlock.of("request.$N()", field.javaName());
  }

  private String where(FieldModel field) {
    return label + "." + field.javaName();
  }
}
