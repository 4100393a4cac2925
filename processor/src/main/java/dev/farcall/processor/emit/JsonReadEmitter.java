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
import javax.lang.model.element.Modifier;

/** The {@code read} method of a codec for JSON, and more for collections. */
final class JsonReadEmitter {

  private static final CodeBlock LOOP =
      CodeBlock.of(
          "for (int field = in.field($L); field != $T.END; field = in.field($L))",
          JsonNaming.all(),
          Wire.JSON_READER,
          JsonNaming.all());
  private static final ReadBody BODY =
      new ReadBody(
          Wire.JSON_READER,
          "JsonDraft",
          "field",
          CodeBlock.builder().addStatement("in.beginObject()").build(),
          LOOP,
          CodeBlock.of("in.skip()"));

  private final MessageModel model;
  private final JsonSlots slots;
  private final JsonNaming naming;
  private final ForeignJson foreign;

  JsonReadEmitter(MessageModel model, JsonDecoding decoding, JsonNaming naming, ForeignJson json) {
    this.model = model;
    this.slots = new JsonSlots(decoding, naming);
    this.naming = naming;
    this.foreign = json;
  }

  /** Adds the methods, and the class of variables that a large record is read into. */
  void emit(TypeSpec.Builder codec) {
    if (model.body() instanceof Body.Oneof oneof) {
      codec.addMethod(read(cases(oneof)));
    } else if (model.body() instanceof Body.Foreign) {
      codec.addMethod(read(CodeBlock.of("return $L;\n", foreign.parse(CodecEmitter.type(model)))));
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
        .addParameter(Wire.JSON_READER, "in")
        .addCode(body)
        .build();
  }

  private CodeBlock empty() {
    return CodeBlock.builder()
        .addStatement("in.beginObject()")
        .addStatement("in.field($L)", JsonNaming.all())
        .addStatement(
            "return $L",
            model.body() instanceof Body.Result ? "null" : ReadBody.made(model, List.of()))
        .build();
  }

  private void fields(TypeSpec.Builder codec) {
    NameAllocator names = new NameAllocator();
    for (String taken : List.of("in", "field", "read", "build")) {
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
      codec.addMethod(read(CodeBlock.of("return new JsonDraft().read(in);\n")));
      codec.addType(BODY.draft(model, parts, arguments));
    }
  }

  private CodeBlock cases(Body.Oneof oneof) {
    boolean open = oneof.unknown().isPresent();
    String next = open ? "anyField" : "field";
    CodeBlock.Builder code = CodeBlock.builder().addStatement("$T member = null", model.javaType());
    if (open) {
      code.addStatement("boolean unknown = false");
    }
    code.addStatement("in.beginObject()")
        .beginControlFlow(
            "for (int field = in.$L($L); field != $T.END; field = in.$L($L))",
            next,
            JsonNaming.all(),
            Wire.JSON_READER,
            next,
            JsonNaming.all());
    if (open) {
      code.beginControlFlow("if (field == $T.UNKNOWN)", Wire.JSON_READER)
          .addStatement("in.skip()")
          .addStatement("unknown = true")
          .addStatement("continue")
          .endControlFlow();
    }
    code.beginControlFlow("if (member != null)")
        .addStatement(
            "throw $T.invalid($S)",
            Wire.DECODE_EXCEPTION,
            "is the second of the cases of " + model.label() + " (expected: one)")
        .endControlFlow()
        .add("member =\n$>$>switch (field) {\n$>");
    List<CaseModel> cases = CodecEmitter.cases(oneof);
    for (int i = 0; i < cases.size(); i++) {
      CaseModel each = cases.get(i);
      CodeBlock label =
          i == cases.size() - 1
              ? CodeBlock.of("default")
              : CodeBlock.of("case $L", naming.index(each.number()));
      code.add("$L -> in.message($L);\n", label, Wire.codec(each.type()));
    }
    code.add("$<};\n$<$<").endControlFlow().beginControlFlow("if (member == null)");
    if (open) {
      code.beginControlFlow("if (unknown)")
          .addStatement("return new $T()", oneof.unknown().get().type().javaType())
          .endControlFlow();
    }
    return code.addStatement(
            "throw $T.invalid($S)",
            Wire.DECODE_EXCEPTION,
            open ? "has no case" : "has none of the cases of " + model.label())
        .endControlFlow()
        .addStatement("return member")
        .build();
  }
}
