package dev.farcall.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeSpec;
import dev.farcall.processor.model.CaseModel;
import dev.farcall.processor.model.MessageModel;
import dev.farcall.processor.model.MessageModel.Body;
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

  private static final ReadBody BODY =
      new ReadBody(
          Wire.READER,
          "Draft",
          "tag",
          CodeBlock.of(""),
          CodeBlock.of("for (int tag = in.tag(); tag != 0; tag = in.tag())"),
          CodeBlock.of("in.skip(tag)"));

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
        .addStatement(
            "return $L",
            model.body() instanceof Body.Result ? "null" : ReadBody.made(model, List.of()))
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
      codec.addMethod(read(BODY.inOneMethod(model, inOrder, arguments)));
    } else {
      codec.addMethod(read(CodeBlock.of("return new Draft().read(in);\n")));
      codec.addType(BODY.draft(model, parts, arguments));
    }
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
