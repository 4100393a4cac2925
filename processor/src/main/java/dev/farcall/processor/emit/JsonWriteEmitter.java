package dev.farcall.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.farcall.processor.model.CaseModel;
import dev.farcall.processor.model.FieldModel;
import dev.farcall.processor.model.MessageModel;
import dev.farcall.processor.model.MessageModel.Body;
import dev.farcall.processor.model.Shape;
import dev.farcall.processor.model.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** The {@code write} method of a codec for JSON, and one more for each collection. */
final class JsonWriteEmitter {

  private final MessageModel model;
  private final JsonEncoding encoding;
  private final JsonNaming naming;
  private final ForeignJson foreign;
  private final List<MethodSpec> collections = new ArrayList<>();

  JsonWriteEmitter(
      MessageModel model, JsonEncoding encoding, JsonNaming naming, ForeignJson foreign) {
    this.model = model;
    this.encoding = encoding;
    this.naming = naming;
    this.foreign = foreign;
  }

  List<MethodSpec> emit() {
    List<MethodSpec> methods = new ArrayList<>();
    if (model.body() instanceof Body.Oneof oneof) {
      methods.add(write(object(cases(oneof))));
    } else if (model.body() instanceof Body.Foreign) {
      methods.add(write(statement(foreign.print(CodecEmitter.type(model), presentRoot()))));
    } else if (model.body() instanceof Body.Result result) {
      methods.add(
          write(object(result.field().map(this::resultField).orElseGet(() -> CodeBlock.of("")))));
    } else {
      methods.addAll(record(model.body().fields()));
    }
    methods.addAll(collections);
    return methods;
  }

  private MethodSpec write(CodeBlock body) {
    return MethodSpec.methodBuilder("write")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(model.javaType(), "value")
        .addParameter(Wire.JSON_WRITER, "out")
        .addCode(body)
        .build();
  }

  private static CodeBlock object(CodeBlock members) {
    return CodeBlock.builder()
        .addStatement("out.beginObject()")
        .add(members)
        .addStatement("out.endObject()")
        .build();
  }

  private CodeBlock presentRoot() {
    return CodeBlock.of("$T.notNull(value, $S)", Wire.VALUES, model.label());
  }

  /** In parts, as for protobuf. */
  private List<MethodSpec> record(List<FieldModel> fields) {
    CodeBlock present = statement(presentRoot());
    List<List<FieldModel>> parts = CodecEmitter.parts(WriteEmitter.byNumber(fields));
    if (parts.size() == 1) {
      return List.of(write(CodeBlock.join(List.of(present, object(fields(parts.get(0)))), "")));
    }
    List<MethodSpec> methods = new ArrayList<>();
    CodeBlock.Builder calls = CodeBlock.builder();
    for (int i = 0; i < parts.size(); i++) {
      calls.addStatement("write$L(value, out)", i + 1);
      methods.add(
          MethodSpec.methodBuilder("write" + (i + 1))
              .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
              .addParameter(model.javaType(), "value")
              .addParameter(Wire.JSON_WRITER, "out")
              .addCode(fields(parts.get(i)))
              .build());
    }
    methods.add(0, write(CodeBlock.join(List.of(present, object(calls.build())), "")));
    return methods;
  }

  private CodeBlock fields(List<FieldModel> fields) {
    CodeBlock.Builder code = CodeBlock.builder();
    NameAllocator names = names();
    for (FieldModel field : fields) {
      code.add(field(field, CodeBlock.of("value.$N()", field.javaName()), names));
    }
    return code.build();
  }

  private static NameAllocator names() {
    NameAllocator names = new NameAllocator();
    names.newName("value");
    names.newName("out");
    return names;
  }

  /** The value is the result itself, boxed where it is primitive. */
  private CodeBlock resultField(FieldModel field) {
    CodeBlock value =
        field.javaType().isPrimitive()
            ? CodeBlock.of("$T.notNull(value, $S)", Wire.VALUES, where(field))
            : CodeBlock.of("value");
    return field(field, value, names());
  }

  private String where(FieldModel field) {
    return model.label() + "." + field.javaName();
  }

  private CodeBlock name(int number) {
    return CodeBlock.builder().addStatement("out.name($L)", naming.constant(number)).build();
  }

  private CodeBlock field(FieldModel field, CodeBlock value, NameAllocator names) {
    Shape shape = field.shape();
    if (shape instanceof Shape.Singular singular) {
      return singular(field, singular, value, names);
    }
    if (shape instanceof Shape.Optional optional) {
      return optional(field, optional, value, names);
    }
    String method = "write" + CodecEmitter.capitalized(field.javaName());
    collections.add(
        shape instanceof Shape.Repeated repeated
            ? repeated(field, repeated, method)
            : map(field, (Shape.Mapping) shape, method));
    return statement(CodeBlock.of("$N($L, out)", method, value));
  }

  private CodeBlock singular(
      FieldModel field, Shape.Singular singular, CodeBlock value, NameAllocator names) {
    ValueType type = singular.type();
    CodeBlock encoded = encoding.encoded(type, value, where(field), false);
    if (singular.required() || Wire.isMessage(type)) {
      return CodeBlock.builder()
          .add(name(field.number()))
          .add(statement(encoding.write(type, encoded, where(field))))
          .build();
    }
    String name = names.newName(field.javaName());
    return CodeBlock.builder()
        .addStatement("$T $N =$W$L", JsonEncoding.encodedType(type), name, encoded)
        .beginControlFlow(
            "if (out.defaults() || $L)", encoding.notDefault(type, name, where(field)))
        .add(name(field.number()))
        .add(statement(encoding.write(type, CodeBlock.of("$N", name), where(field))))
        .endControlFlow()
        .build();
  }

  private CodeBlock optional(
      FieldModel field, Shape.Optional optional, CodeBlock value, NameAllocator names) {
    ValueType type = optional.type();
    String name = names.newName(field.javaName());
    boolean nullable = optional.form() == Shape.Optional.Form.NULLABLE;
    CodeBlock some = CodeBlock.of("$N$L", name, WriteEmitter.getter(optional.form()));
    CodeBlock encoded = encoding.encoded(type, some, where(field), true);
    return CodeBlock.builder()
        .addStatement(
            "$T $N =$W$L",
            field.javaType(),
            name,
            nullable
                ? value
                : CodeBlock.of("$T.notNull($L,$W$S)", Wire.VALUES, value, where(field)))
        .beginControlFlow(nullable ? "if ($N != null)" : "if ($N.isPresent())", name)
        .add(name(field.number()))
        .add(statement(encoding.write(type, encoded, where(field))))
        .endControlFlow()
        .build();
  }

  private MethodSpec repeated(FieldModel field, Shape.Repeated repeated, String method) {
    ValueType type = repeated.element();
    boolean array = repeated.form() == Shape.Repeated.Form.ARRAY;
    TypeName elementType =
        field.javaType() instanceof ArrayTypeName arrayType
            ? arrayType.componentType()
            : type.javaType().box();
    boolean primitive = elementType.isPrimitive();
    CodeBlock element =
        primitive
            ? CodeBlock.of("element")
            : CodeBlock.of("$T.notNull(element,$W$S,$Windex++)", Wire.VALUES, where(field));
    CodeBlock encoded = encoding.encoded(type, element, where(field), true);
    CodeBlock.Builder code = absent(field, array ? "values.length == 0" : "values.isEmpty()");
    code.add(name(field.number())).addStatement("out.beginArray()");
    if (!primitive) {
      code.addStatement("int index = 0");
    }
    code.beginControlFlow("for ($T element : values)", elementType)
        .add(statement(encoding.write(type, encoded, where(field))))
        .endControlFlow()
        .addStatement("out.endArray()");
    return collection(method, field.javaType(), code.build());
  }

  private CodeBlock.Builder absent(FieldModel field, String isEmpty) {
    return CodeBlock.builder()
        .addStatement("$T.notNull(values, $S)", Wire.VALUES, where(field))
        .beginControlFlow("if ($L && !out.defaults())", isEmpty)
        .addStatement("return")
        .endControlFlow();
  }

  private MethodSpec map(FieldModel field, Shape.Mapping map, String method) {
    TypeName entry =
        ParameterizedTypeName.get(
            ClassName.get(Map.Entry.class),
            map.key().javaType().box(),
            map.value().javaType().box());
    String valueWhere = "a value of " + where(field);
    CodeBlock value =
        encoding.encoded(map.value(), CodeBlock.of("entry.getValue()"), valueWhere, false);
    return collection(
        method,
        field.javaType(),
        absent(field, "values.isEmpty()")
            .add(name(field.number()))
            .addStatement("out.beginObject()")
            .beginControlFlow("for ($T entry : values.entrySet())", entry)
            .addStatement(
                "out.name($L)",
                encoding.key(map.key(), CodeBlock.of("entry.getKey()"), "a key of " + where(field)))
            .add(statement(encoding.write(map.value(), value, valueWhere)))
            .endControlFlow()
            .addStatement("out.endObject()")
            .build());
  }

  private static MethodSpec collection(String name, TypeName type, CodeBlock code) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(type, "values")
        .addParameter(Wire.JSON_WRITER, "out")
        .addCode(code)
        .build();
  }

  private CodeBlock cases(Body.Oneof oneof) {
    CodeBlock.Builder code = CodeBlock.builder().addStatement("$L", presentRoot());
    boolean first = true;
    for (CaseModel each : CodecEmitter.cases(oneof)) {
      CodeBlock test = CodeBlock.of("if (value instanceof $T member)", each.type().javaType());
      if (first) {
        code.beginControlFlow("$L", test);
      } else {
        code.nextControlFlow("else $L", test);
      }
      first = false;
      code.add(name(each.number()))
          .add(statement(encoding.write(each.type(), CodeBlock.of("member"), each.protoName())));
    }
    return code.endControlFlow().build();
  }

  private static CodeBlock statement(CodeBlock code) {
    return CodeBlock.builder().addStatement("$L", code).build();
  }
}
