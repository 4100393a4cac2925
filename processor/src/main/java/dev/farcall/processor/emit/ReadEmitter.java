package dev.farcall.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.farcall.processor.model.CaseModel;
import dev.farcall.processor.model.MessageModel;
import dev.farcall.processor.model.MessageModel.Body;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * The {@code read} method of a codec, and more for packed lists and entries of maps. Fields are
 * first looked for in the order in which they were probably written, one comparison each; what is
 * left goes through a switch.
 */
final class ReadEmitter {

  private final MessageModel model;
  private final SlotFactory slots;

  ReadEmitter(MessageModel model, ForeignHelpers foreign) {
    this.model = model;
    this.slots = new SlotFactory(new Decoding(foreign));
  }

  /** Adds the methods, and the class of variables that a large record is read into. */
  void emit(TypeSpec.Builder codec) {
    if (model.body() instanceof Body.Oneof oneof) {
      codec.addMethod(read(cases(oneof)));
    } else if (model.body() instanceof Body.Foreign) {
      throw new IllegalArgumentException(model.fullName() + " (expected: not of protoc)");
    } else if (model.body().fields().isEmpty()) {
      codec.addMethod(read(empty()));
    } else {
      fields(codec);
    }
    slots.helpers().forEach(codec::addMethod);
  }

  private MethodSpec read(CodeBlock body) {
    return MethodSpec.methodBuilder("read")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(model.javaType())
        .addParameter(Wire.READER, "in")
        .addCode(body)
        .build();
  }

  private CodeBlock empty() {
    return CodeBlock.builder()
        .beginControlFlow("for (int tag = in.tag(); tag != 0; tag = in.tag())")
        .addStatement("in.skip(tag)")
        .endControlFlow()
        .addStatement("return $L", model.body() instanceof Body.Result ? "null" : made(List.of()))
        .build();
  }

  private void fields(TypeSpec.Builder codec) {
    NameAllocator names = new NameAllocator();
    for (String taken : List.of("in", "tag", "read", "build")) {
      names.newName(taken);
    }
    List<Slot> declared =
        model.body().fields().stream()
            .map(field -> slots.slot(field, names.newName(field.javaName())))
            .toList();
    List<Slot> inOrder = declared.stream().sorted(Comparator.comparingInt(Slot::number)).toList();
    List<CodeBlock> arguments = declared.stream().map(Slot::result).toList();
    List<List<Slot>> parts = CodecEmitter.parts(inOrder);
    if (parts.size() == 1) {
      codec.addMethod(read(inOneMethod(inOrder, arguments)));
    } else {
      codec.addMethod(read(CodeBlock.of("return new Draft().read(in);\n")));
      codec.addType(draft(parts, arguments));
    }
  }

  private CodeBlock inOneMethod(List<Slot> inOrder, List<CodeBlock> arguments) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (Slot slot : inOrder) {
      code.addStatement("$T $N = $L", slot.type(), slot.name(), slot.initial());
    }
    inOrder.forEach(slot -> code.add(slot.expected()));
    code.beginControlFlow("for (int tag = in.tag(); tag != 0; tag = in.tag())")
        .beginControlFlow("switch (tag)");
    inOrder.forEach(slot -> code.add(slot.cases()));
    return code.addStatement("default -> in.skip(tag)")
        .endControlFlow()
        .endControlFlow()
        .add(returned(arguments))
        .build();
  }

  private CodeBlock returned(List<CodeBlock> arguments) {
    return CodeBlock.of(
        "return $L;\n", model.body() instanceof Body.Result ? arguments.get(0) : made(arguments));
  }

  /** The constructor, with an argument a line where they do not fit into one. */
  private CodeBlock made(List<CodeBlock> arguments) {
    int length = arguments.stream().mapToInt(argument -> argument.toString().length() + 2).sum();
    boolean oneLine = length + model.javaType().toString().length() < 80;
    String separator = oneLine ? ", " : ",\n";
    CodeBlock joined =
        arguments.stream().collect(CodeBlock.joining(separator, oneLine ? "" : "\n", ""));
    return CodeBlock.of(oneLine ? "new $T($L)" : "new $T($>$>$L$<$<)", model.javaType(), joined);
  }

  /** Local variables cannot be shared between methods: those of a large record are fields. */
  private TypeSpec draft(List<List<Slot>> parts, List<CodeBlock> arguments) {
    TypeSpec.Builder draft =
        TypeSpec.classBuilder("Draft")
            .addJavadoc("The fields as they are read.")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
    CodeBlock.Builder all = CodeBlock.builder();
    CodeBlock.Builder rest = CodeBlock.builder();
    List<MethodSpec> methods = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      CodeBlock.Builder expected = CodeBlock.builder();
      CodeBlock.Builder cases = CodeBlock.builder().beginControlFlow("switch (tag)");
      for (Slot slot : parts.get(i)) {
        draft.addField(
            FieldSpec.builder(slot.type(), slot.name()).initializer(slot.initial()).build());
        expected.add(slot.expected());
        cases.add(slot.cases());
      }
      all.addStatement("expect$L(in)", i + 1);
      rest.add(i == 0 ? "if (!take$L(tag, in)" : " && !take$L(tag, in)", i + 1);
      methods.add(
          MethodSpec.methodBuilder("expect" + (i + 1))
              .addModifiers(Modifier.PRIVATE)
              .addParameter(Wire.READER, "in")
              .addCode(expected.build())
              .build());
      methods.add(
          MethodSpec.methodBuilder("take" + (i + 1))
              .addModifiers(Modifier.PRIVATE)
              .returns(TypeName.BOOLEAN)
              .addParameter(TypeName.INT, "tag")
              .addParameter(Wire.READER, "in")
              .addCode(
                  cases
                      .beginControlFlow("default ->")
                      .addStatement("return false")
                      .endControlFlow()
                      .endControlFlow()
                      .addStatement("return true")
                      .build())
              .build());
    }
    draft.addMethod(
        MethodSpec.methodBuilder("read")
            .returns(model.javaType())
            .addParameter(Wire.READER, "in")
            .addCode(all.build())
            .beginControlFlow("for (int tag = in.tag(); tag != 0; tag = in.tag())")
            .beginControlFlow("$L)", rest.build())
            .addStatement("in.skip(tag)")
            .endControlFlow()
            .endControlFlow()
            .addCode(returned(arguments))
            .build());
    return draft.addMethods(methods).build();
  }

  private CodeBlock cases(Body.Oneof oneof) {
    List<CaseModel> cases = CodecEmitter.cases(oneof);
    CodeBlock.Builder code =
        CodeBlock.builder().addStatement("int kind = 0").addStatement("long member = 0");
    if (oneof.unknown().isPresent()) {
      code.addStatement("boolean unknown = false");
    }
    code.beginControlFlow("for (int tag = in.tag(); tag != 0; tag = in.tag())")
        .beginControlFlow("switch (tag)")
        .beginControlFlow(
            "case $L ->",
            cases.stream()
                .map(each -> String.valueOf(Wire.lengthDelimitedTag(each.number())))
                .collect(Collectors.joining(", ")))
        .add("// The same case again is merged, another one starts anew.\n")
        .addStatement("member = in.slice(kind == tag ? member : 0)")
        .addStatement("kind = tag")
        .endControlFlow();
    if (oneof.unknown().isPresent()) {
      code.beginControlFlow("default ->")
          .addStatement("in.skip(tag)")
          .addStatement("unknown = true")
          .endControlFlow();
    } else {
      code.addStatement("default -> in.skip(tag)");
    }
    code.endControlFlow().endControlFlow();
    code.add("return switch (kind) {\n").indent();
    for (CaseModel each : cases) {
      code.addStatement(
          "case $L -> in.message(member, $L)",
          Wire.lengthDelimitedTag(each.number()),
          Wire.codec(each.type()));
    }
    oneof
        .unknown()
        .ifPresentOrElse(
            each ->
                code.beginControlFlow("default ->")
                    .beginControlFlow("if (!unknown)")
                    .addStatement("throw $T.invalid($S)", Wire.DECODE_EXCEPTION, "has no case")
                    .endControlFlow()
                    .addStatement("yield in.empty($L)", Wire.codec(each.type()))
                    .endControlFlow(),
            () ->
                code.addStatement(
                    "default -> throw $T.invalid($S)",
                    Wire.DECODE_EXCEPTION,
                    "has none of the cases of " + model.label()));
    return code.unindent().add("};\n").build();
  }
}
