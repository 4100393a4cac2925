package dev.farcall.processor.emit;

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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.lang.model.element.Modifier;

/** How each shape of field is read from JSON. */
final class JsonSlots {

  private final JsonDecoding decoding;
  private final JsonNaming naming;
  private final List<MethodSpec> helpers = new ArrayList<>();

  JsonSlots(JsonDecoding decoding, JsonNaming naming) {
    this.decoding = decoding;
    this.naming = naming;
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
    CodeBlock value = decoding.next(type);
    if (absent != null && Wire.base(type).equals(type)) {
      return slot(field, type.javaType(), name, absent, value, CodeBlock.of("$N", name));
    }
    return slot(
        field,
        Decoding.boxed(type),
        name,
        CodeBlock.of("null"),
        value,
        SlotFactory.valueOr(name, field.javaName(), absent));
  }

  private Slot optional(FieldModel field, Shape.Optional optional, String name) {
    Class<?> container = SlotFactory.container(optional.form());
    CodeBlock value = decoding.next(optional.type());
    return slot(
        field,
        field.javaType(),
        name,
        container == null ? CodeBlock.of("null") : CodeBlock.of("$T.empty()", container),
        container == null ? value : CodeBlock.of("$T.of($L)", container, value),
        CodeBlock.of("$N", name));
  }

  private Slot slot(
      FieldModel field,
      TypeName variable,
      String name,
      CodeBlock initial,
      CodeBlock value,
      CodeBlock result) {
    CodeBlock read = CodeBlock.of("$N =$W$L", name, value);
    return new Slot(
        field.number(),
        variable,
        name,
        initial,
        CodeBlock.builder()
            .beginControlFlow("if (in.next($L))", naming.constant(field.number()))
            .addStatement("$L", read)
            .endControlFlow()
            .build(),
        CodeBlock.builder()
            .addStatement("case $L -> $L", naming.index(field.number()), read)
            .build(),
        result);
  }

  private Slot repeated(FieldModel field, Shape.Repeated repeated, String name) {
    TypeName element =
        field.javaType() instanceof ArrayTypeName array
            ? array.componentType()
            : Decoding.boxed(repeated.element());
    String read = "read" + CodecEmitter.capitalized(field.javaName());
    CodeBlock call = CodeBlock.of("$N(in)", read);
    CodeBlock add = CodeBlock.of("values.add($L)", decoding.next(repeated.element()));
    if (element.isPrimitive()) {
      CodeBlock none = CodeBlock.of("new $T()", Wire.NUMBERS);
      helpers.add(readArray(read, Wire.NUMBERS, none, add, CodeBlock.of("values")));
      CodeBlock array =
          CodeBlock.of("$N.to$Ls()", name, CodecEmitter.capitalized(element.toString()));
      return slot(field, Wire.NUMBERS, name, none, call, array);
    }
    boolean set = repeated.form() == Shape.Repeated.Form.SET;
    TypeName variable =
        ParameterizedTypeName.get(ClassName.get(set ? Set.class : List.class), element.box());
    helpers.add(
        readArray(
            read,
            variable,
            CodeBlock.of("new $T<>()", set ? LinkedHashSet.class : ArrayList.class),
            add,
            CodeBlock.of("$T.unmodifiable(values)", Wire.VALUES)));
    return slot(
        field,
        variable,
        name,
        CodeBlock.of(set ? "$T.emptySet()" : "$T.emptyList()", Collections.class),
        call,
        repeated.form() == Shape.Repeated.Form.ARRAY
            ? SlotFactory.toArray(field, element, name)
            : CodeBlock.of("$N", name));
  }

  private static MethodSpec readArray(
      String name, TypeName type, CodeBlock none, CodeBlock add, CodeBlock result) {
    return helper(name, type)
        .addStatement("$T values = $L", type, none)
        .addStatement("in.beginArray()")
        .beginControlFlow("while (in.more())")
        .addStatement("$L", add)
        .endControlFlow()
        .addStatement("return $L", result)
        .build();
  }

  private static MethodSpec.Builder helper(String name, TypeName type) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(type)
        .addParameter(Wire.JSON_READER, "in");
  }

  private Slot map(FieldModel field, Shape.Mapping map, String name) {
    TypeName type =
        ParameterizedTypeName.get(
            ClassName.get(map.sorted() ? SortedMap.class : Map.class),
            Decoding.boxed(map.key()),
            Decoding.boxed(map.value()));
    String read = "read" + CodecEmitter.capitalized(field.javaName());
    helpers.add(
        helper(read, type)
            .addStatement(
                "$T values = new $T<>()", type, map.sorted() ? TreeMap.class : LinkedHashMap.class)
            .addStatement("in.beginObject()")
            .beginControlFlow("for ($T key = in.key(); key != null; key = in.key())", String.class)
            .beginControlFlow(
                "if (values.put($L,$W$L) != null)",
                decoding.key(map.key()),
                decoding.next(map.value()))
            .addStatement("throw $T.twice()", Wire.JSON_READER)
            .endControlFlow()
            .endControlFlow()
            .addStatement("return $T.unmodifiable(values)", Wire.VALUES)
            .build());
    return slot(
        field,
        type,
        name,
        CodeBlock.of(map.sorted() ? "$T.emptySortedMap()" : "$T.emptyMap()", Collections.class),
        CodeBlock.of("$N(in)", read),
        CodeBlock.of("$N", name));
  }
}
