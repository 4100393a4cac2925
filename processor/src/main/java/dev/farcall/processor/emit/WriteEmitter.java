package dev.farcall.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** The {@code write} method of a codec, and one more for each collection. */
final class WriteEmitter {

  private final MessageModel model;
  private final Encoding encoding;
  private final List<MethodSpec> collections = new ArrayList<>();

  WriteEmitter(MessageModel model, Encoding encoding) {
    this.model = model;
    this.encoding = encoding;
  }

  List<MethodSpec> emit() {
    List<MethodSpec> methods = new ArrayList<>();
    if (model.body() instanceof Body.Oneof oneof) {
      methods.add(write(cases(oneof)));
    } else if (model.body() instanceof Body.Foreign) {
      methods.add(write(CodeBlock.of("out.fields($L.toByteArray());\n", presentRoot())));
    } else if (model.body() instanceof Body.Result result) {
      methods.add(write(result.field().map(this::resultField).orElseGet(() -> CodeBlock.of(""))));
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
        .addParameter(Wire.WRITER, "out")
        .addCode(body)
        .build();
  }

  private CodeBlock presentRoot() {
    return CodeBlock.of("$T.notNull(value, $S)", Wire.VALUES, model.label());
  }

  /**
   * HotSpot does not compile methods of more than 8,000 bytes: large records are written in parts.
   */
  private List<MethodSpec> record(List<FieldModel> fields) {
    CodeBlock.Builder body = CodeBlock.builder().addStatement("$L", presentRoot());
    List<List<FieldModel>> parts = CodecEmitter.parts(byNumber(fields));
    if (parts.size() == 1) {
      return List.of(write(body.add(fields(parts.get(0))).build()));
    }
    List<MethodSpec> methods = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      body.addStatement("write$L(value, out)", i + 1);
      methods.add(
          MethodSpec.methodBuilder("write" + (i + 1))
              .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
              .addParameter(model.javaType(), "value")
              .addParameter(Wire.WRITER, "out")
              .addCode(fields(parts.get(i)))
              .build());
    }
    methods.add(0, write(body.build()));
    return methods;
  }

  static List<FieldModel> byNumber(List<FieldModel> fields) {
    return fields.stream().sorted(Comparator.comparingInt(FieldModel::number)).toList();
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
    boolean unboxed = field.javaType().isPrimitive();
    CodeBlock value =
        unboxed
            ? CodeBlock.of("$T.notNull(value, $S)", Wire.VALUES, where(field))
            : CodeBlock.of("value");
    return field(field, value, names());
  }

  private String where(FieldModel field) {
    return model.label() + "." + field.javaName();
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
    return CodeBlock.of("$N($L, out);\n", method, value);
  }

  private CodeBlock singular(
      FieldModel field, Shape.Singular singular, CodeBlock value, NameAllocator names) {
    ValueType type = singular.type();
    CodeBlock encoded = encoding.encoded(type, value, where(field), false);
    if (singular.required() || Wire.isMessage(type)) {
      return statement(Encoding.write(type, field.number(), encoded));
    }
    String name = names.newName(field.javaName());
    return CodeBlock.builder()
        .addStatement("$T $N =$W$L", Encoding.encodedType(type), name, encoded)
        .beginControlFlow("if ($L)", Encoding.notDefault(type, name))
        .add(statement(Encoding.write(type, field.number(), CodeBlock.of("$N", name))))
        .endControlFlow()
        .build();
  }

  private CodeBlock optional(
      FieldModel field, Shape.Optional optional, CodeBlock value, NameAllocator names) {
    ValueType type = optional.type();
    String name = names.newName(field.javaName());
    boolean nullable = optional.form() == Shape.Optional.Form.NULLABLE;
    CodeBlock encoded =
        encoding.encoded(
            type, CodeBlock.of("$N$L", name, getter(optional.form())), where(field), true);
    return CodeBlock.builder()
        .addStatement(
            "$T $N =$W$L",
            field.javaType(),
            name,
            nullable
                ? value
                : CodeBlock.of("$T.notNull($L,$W$S)", Wire.VALUES, value, where(field)))
        .beginControlFlow(nullable ? "if ($N != null)" : "if ($N.isPresent())", name)
        .add(statement(Encoding.write(type, field.number(), encoded)))
        .endControlFlow()
        .build();
  }

  /** What an optional value is taken out with. */
  static String getter(Shape.Optional.Form form) {
    return switch (form) {
      case OPTIONAL -> ".get()";
      case OPTIONAL_INT -> ".getAsInt()";
      case OPTIONAL_LONG -> ".getAsLong()";
      case OPTIONAL_DOUBLE -> ".getAsDouble()";
      case NULLABLE -> "";
    };
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
    boolean packed = Wire.packable(type);
    CodeBlock.Builder code =
        CodeBlock.builder().addStatement("$T.notNull(values, $S)", Wire.VALUES, where(field));
    if (packed) {
      code.beginControlFlow(array ? "if (values.length == 0)" : "if (values.isEmpty())")
          .addStatement("return")
          .endControlFlow()
          .addStatement("int start = out.begin($L)", Wire.lengthDelimitedTag(field.number()));
    }
    if (!primitive) {
      code.addStatement("int index = 0");
    }
    code.beginControlFlow("for ($T element : values)", elementType)
        .add(
            statement(
                packed
                    ? Encoding.writePacked(type, encoded)
                    : Encoding.write(type, field.number(), encoded)))
        .endControlFlow();
    if (packed) {
      code.addStatement("out.end(start)");
    }
    return collection(method, field.javaType(), code.build());
  }

  private MethodSpec map(FieldModel field, Shape.Mapping map, String method) {
    TypeName entry =
        ParameterizedTypeName.get(
            com.palantir.javapoet.ClassName.get(Map.Entry.class),
            map.key().javaType().box(),
            map.value().javaType().box());
    CodeBlock key = CodeBlock.of("entry.getKey()");
    String keyWhere = "a key of " + where(field);
    CodeBlock writtenKey =
        Wire.base(map.key()) instanceof ValueType.Enumeration
            ? CodeBlock.of(
                "out.string(10, $L.name())", Encoding.unwrapped(map.key(), key, keyWhere, false))
            : Encoding.write(map.key(), 1, encoding.encoded(map.key(), key, keyWhere, false));
    CodeBlock value =
        encoding.encoded(
            map.value(), CodeBlock.of("entry.getValue()"), "a value of " + where(field), false);
    return collection(
        method,
        field.javaType(),
        CodeBlock.builder()
            .addStatement("$T.notNull(values, $S)", Wire.VALUES, where(field))
            .beginControlFlow("for ($T entry : values.entrySet())", entry)
            .addStatement("int start = out.enter($L)", Wire.lengthDelimitedTag(field.number()))
            .add(statement(writtenKey))
            .add(statement(Encoding.write(map.value(), 2, value)))
            .addStatement("out.leave(start)")
            .endControlFlow()
            .build());
  }

  private static MethodSpec collection(String name, TypeName type, CodeBlock code) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(type, "values")
        .addParameter(Wire.WRITER, "out")
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
      code.add(statement(Encoding.write(each.type(), each.number(), CodeBlock.of("member"))));
    }
    return code.endControlFlow().build();
  }

  private static CodeBlock statement(CodeBlock code) {
    return CodeBlock.builder().addStatement("$L", code).build();
  }
}
