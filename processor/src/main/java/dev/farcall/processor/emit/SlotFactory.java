package dev.farcall.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.farcall.processor.model.FieldModel;
import dev.farcall.processor.model.Shape;
import dev.farcall.processor.model.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** How each shape of field is read. */
final class SlotFactory {

  private final Decoding decoding;
  private final List<MethodSpec> helpers = new ArrayList<>();

  SlotFactory(Decoding decoding) {
    this.decoding = decoding;
  }

  /** The methods that the slots made so far call. */
  List<MethodSpec> helpers() {
    return helpers;
  }

  Slot slot(FieldModel field, String name) {
    Shape shape = field.shape();
    if (shape instanceof Shape.Singular singular) {
      return singular(field, singular, name);
    }
    if (shape instanceof Shape.Optional optional) {
      return optional(field, optional, name);
    }
    return shape instanceof Shape.Repeated repeated
        ? repeated(field, repeated, name)
        : map(field, (Shape.Mapping) shape, name);
  }

  private Slot singular(FieldModel field, Shape.Singular singular, String name) {
    ValueType type = singular.type();
    CodeBlock absent = singular.required() ? null : decoding.absent(type);
    if (Wire.isMessage(type)) {
      return remembered(field, type, name, rememberedOr(type, name, field.javaName(), absent));
    }
    if (absent != null && Wire.base(type).equals(type)) {
      return once(field, type, type.javaType(), name, absent, CodeBlock.of("$N", name));
    }
    return once(
        field,
        type,
        Decoding.boxed(type),
        name,
        CodeBlock.of("null"),
        valueOr(name, field.javaName(), absent));
  }

  /** A constructor that may refuse the default is called only where the default is meant. */
  static CodeBlock valueOr(String name, String field, @Nullable CodeBlock absent) {
    return absent == null
        ? CodeBlock.of("$T.required($N,$W$S)", Wire.VALUES, name, field)
        : CodeBlock.of("$N == null$W? $L$W: $N", name, absent, name);
  }

  private CodeBlock rememberedOr(
      ValueType type, String name, String field, @Nullable CodeBlock absent) {
    return absent == null
        ? decoding.remembered(type, CodeBlock.of("$T.required($N,$W$S)", Wire.VALUES, name, field))
        : CodeBlock.of(
            "$N == 0$W? $L$W: $L",
            name,
            absent,
            decoding.remembered(type, CodeBlock.of("$N", name)));
  }

  private Slot optional(FieldModel field, Shape.Optional optional, String name) {
    ValueType type = optional.type();
    Class<?> container = container(optional.form());
    if (Wire.isMessage(type)) {
      CodeBlock message = decoding.remembered(type, CodeBlock.of("$N", name));
      return remembered(
          field,
          type,
          name,
          container == null
              ? CodeBlock.of("$N == 0$W? null$W: $L", name, message)
              : CodeBlock.of(
                  "$N == 0$W? $T.empty()$W: $T.of($L)", name, container, container, message));
    }
    CodeBlock value = CodeBlock.of("$N", name);
    return container == null
        ? once(field, type, field.javaType(), name, CodeBlock.of("null"), value)
        : read(
            field,
            type,
            field.javaType(),
            name,
            CodeBlock.of("$T.empty()", container),
            CodeBlock.of("$N = $T.of($L)", name, container, decoding.next(type)),
            value);
  }

  static @Nullable Class<?> container(Shape.Optional.Form form) {
    return switch (form) {
      case OPTIONAL -> Optional.class;
      case OPTIONAL_INT -> java.util.OptionalInt.class;
      case OPTIONAL_LONG -> java.util.OptionalLong.class;
      case OPTIONAL_DOUBLE -> java.util.OptionalDouble.class;
      case NULLABLE -> null;
    };
  }

  private Slot once(
      FieldModel field,
      ValueType type,
      TypeName variable,
      String name,
      CodeBlock initial,
      CodeBlock result) {
    CodeBlock read = CodeBlock.of("$N =$W$L", name, decoding.next(type));
    return read(field, type, variable, name, initial, read, result);
  }

  private static Slot remembered(FieldModel field, ValueType type, String name, CodeBlock result) {
    CodeBlock read = CodeBlock.of("$N = in.slice($N)", name, name);
    return read(field, type, TypeName.LONG, name, CodeBlock.of("0"), read, result);
  }

  private static Slot read(
      FieldModel field,
      ValueType type,
      TypeName variable,
      String name,
      CodeBlock initial,
      CodeBlock read,
      CodeBlock result) {
    int tag = Wire.tag(field.number(), type);
    return new Slot(
        field.number(),
        variable,
        name,
        initial,
        expected("if", tag, read),
        when(tag, read),
        result);
  }

  private static CodeBlock expected(String keyword, int tag, CodeBlock read) {
    return CodeBlock.builder()
        .beginControlFlow("$L (in.next($L))", keyword, tag)
        .addStatement("$L", read)
        .endControlFlow()
        .build();
  }

  private static CodeBlock when(int tag, CodeBlock read) {
    return CodeBlock.builder().addStatement("case $L -> $L", tag, read).build();
  }

  private Slot repeated(FieldModel field, Shape.Repeated repeated, String name) {
    ValueType type = repeated.element();
    TypeName element =
        field.javaType() instanceof ArrayTypeName array
            ? array.componentType()
            : Decoding.boxed(type);
    boolean primitives = element.isPrimitive();
    boolean set = repeated.form() == Shape.Repeated.Form.SET;
    TypeName variable =
        primitives
            ? Wire.NUMBERS
            : ParameterizedTypeName.get(ClassName.get(set ? Set.class : List.class), element.box());
    CodeBlock initial =
        primitives
            ? CodeBlock.of("new $T()", Wire.NUMBERS)
            : CodeBlock.of("new $T<>()", set ? LinkedHashSet.class : ArrayList.class);
    CodeBlock result =
        primitives
            ? CodeBlock.of("$N.to$Ls()", name, CodecEmitter.capitalized(element.toString()))
            : repeated.form() == Shape.Repeated.Form.ARRAY
                ? array(field, element, variable, name)
                : CodeBlock.of("$T.unmodifiable($N)", Wire.VALUES, name);
    String add = "add" + CodecEmitter.capitalized(field.javaName());
    int tag = Wire.tag(field.number(), type);
    if (!Wire.packable(type)) {
      CodeBlock read =
          Wire.hasCodec(Wire.base(type))
              ? CodeBlock.of("$N.add($L)", name, decoding.next(type))
              : CodeBlock.of("$N(in, $N)", add, name);
      if (!Wire.hasCodec(Wire.base(type))) {
        helpers.add(add(add, variable, type));
      }
      return new Slot(
          field.number(),
          variable,
          name,
          initial,
          expected("while", tag, read),
          when(tag, read),
          result);
    }
    String addAll = "addAll" + CodecEmitter.capitalized(field.javaName());
    helpers.add(add(add, variable, type));
    helpers.add(addAll(addAll, add, variable));
    int packedTag = Wire.lengthDelimitedTag(field.number());
    CodeBlock packed = CodeBlock.of("$N(in, $N)", addAll, name);
    CodeBlock single = CodeBlock.of("$N(in, $N)", add, name);
    return new Slot(
        field.number(),
        variable,
        name,
        initial,
        expected("if", packedTag, packed),
        CodeBlock.builder().add(when(packedTag, packed)).add(when(tag, single)).build(),
        result);
  }

  private CodeBlock array(FieldModel field, TypeName element, TypeName list, String name) {
    if (!(element instanceof ParameterizedTypeName generic)) {
      return toArray(field, element, name);
    }
    String method = arrayHelper(field);
    helpers.add(
        MethodSpec.methodBuilder(method)
            .addAnnotation(
                AnnotationSpec.builder(SuppressWarnings.class)
                    .addMember("value", "$S", "unchecked")
                    .build())
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(field.javaType())
            .addParameter(list, "values")
            .addStatement("return values.toArray($T[]::new)", generic.rawType())
            .build());
    return toArray(field, element, name);
  }

  /**
   * The array of a list; an array of a generic type takes the method that the protobuf form has.
   */
  static CodeBlock toArray(FieldModel field, TypeName element, String list) {
    return element instanceof ParameterizedTypeName
        ? CodeBlock.of("$N($N)", arrayHelper(field), list)
        : CodeBlock.of("$N.toArray($T[]::new)", list, element);
  }

  private static String arrayHelper(FieldModel field) {
    return "arrayOf" + CodecEmitter.capitalized(field.javaName());
  }

  private MethodSpec add(String name, TypeName collection, ValueType type) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(Wire.READER, "in")
        .addParameter(collection, "values")
        .addStatement("in.count()")
        .addStatement("values.add($L)", decoding.next(type))
        .build();
  }

  private static MethodSpec addAll(String name, String add, TypeName collection) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(Wire.READER, "in")
        .addParameter(collection, "values")
        .addStatement("int outer = in.push()")
        .beginControlFlow("while (in.more())")
        .addStatement("$N(in, values)", add)
        .endControlFlow()
        .addStatement("in.pop(outer)")
        .build();
  }

  private Slot map(FieldModel field, Shape.Mapping map, String name) {
    TypeName key = Decoding.boxed(map.key());
    TypeName value = Decoding.boxed(map.value());
    TypeName variable =
        ParameterizedTypeName.get(
            ClassName.get(map.sorted() ? SortedMap.class : Map.class), key, value);
    String put = "put" + CodecEmitter.capitalized(field.javaName());
    helpers.add(put(put, field, map, variable));
    int tag = Wire.lengthDelimitedTag(field.number());
    CodeBlock read = CodeBlock.of("$N(in, $N)", put, name);
    return new Slot(
        field.number(),
        variable,
        name,
        CodeBlock.of("new $T<>()", map.sorted() ? TreeMap.class : LinkedHashMap.class),
        expected("while", tag, read),
        when(tag, read),
        CodeBlock.of("$T.unmodifiable($N)", Wire.VALUES, name));
  }

  private MethodSpec put(String name, FieldModel field, Shape.Mapping map, TypeName variable) {
    Slot key = key(field, map.key());
    Slot value = value(field, map.value());
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(Wire.READER, "in")
        .addParameter(variable, "values")
        .addStatement("int outer = in.enter()")
        .addStatement("$T key = $L", key.type(), key.initial())
        .addStatement("$T value = $L", value.type(), value.initial())
        .addCode(key.expected())
        .addCode(value.expected())
        .beginControlFlow("for (int tag = in.tag(); tag != 0; tag = in.tag())")
        .beginControlFlow("switch (tag)")
        .addCode(key.cases())
        .addCode(value.cases())
        .addStatement("default -> in.skip(tag)")
        .endControlFlow()
        .endControlFlow()
        .addStatement("values.put($L,$W$L)", key.result(), value.result())
        .addStatement("in.leave(outer)")
        .build();
  }

  private Slot key(FieldModel field, ValueType type) {
    CodeBlock absent =
        Wire.base(type) instanceof ValueType.Enumeration ? null : decoding.absent(type);
    boolean plain = absent != null && Wire.base(type).equals(type);
    CodeBlock read = CodeBlock.of("key = $L", decoding.nextKey(type));
    int tag = 1 << 3 | Decoding.keyScalar(type).wireType();
    return new Slot(
        field.number(),
        plain
            ? type.javaType().isBoxedPrimitive() ? type.javaType().unbox() : type.javaType()
            : Decoding.boxed(type),
        "key",
        plain && absent != null ? absent : CodeBlock.of("null"),
        expected("if", tag, read),
        when(tag, read),
        plain ? CodeBlock.of("key") : valueOr("key", field.javaName() + ".key", absent));
  }

  private Slot value(FieldModel field, ValueType type) {
    CodeBlock absent = decoding.absent(type);
    int tag = Wire.tag(2, type);
    if (Wire.isMessage(type)) {
      CodeBlock read = CodeBlock.of("value = in.slice(value)");
      return new Slot(
          field.number(),
          TypeName.LONG,
          "value",
          CodeBlock.of("0"),
          expected("if", tag, read),
          when(tag, read),
          rememberedOr(type, "value", field.javaName() + ".value", absent));
    }
    boolean plain = absent != null && Wire.base(type).equals(type);
    CodeBlock read = CodeBlock.of("value = $L", decoding.next(type));
    return new Slot(
        field.number(),
        plain
            ? type.javaType().isBoxedPrimitive() ? type.javaType().unbox() : type.javaType()
            : Decoding.boxed(type),
        "value",
        plain && absent != null ? absent : CodeBlock.of("null"),
        expected("if", tag, read),
        when(tag, read),
        plain ? CodeBlock.of("value") : valueOr("value", field.javaName() + ".value", absent));
  }
}
