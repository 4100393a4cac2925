package dev.farcall.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.farcall.processor.model.MessageModel;
import dev.farcall.processor.model.MessageModel.Body;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * How fields are read, in either format: first in the order in which they were probably written,
 * what is left through a switch, at last the constructor.
 *
 * @param reader the class that is read from
 * @param draft the class of variables that a large record is read into
 * @param selector the variable that is switched over
 * @param opening what comes before the first field
 * @param loop over the fields that were not where they were expected
 * @param otherwise what becomes of a field that is none of the message's
 */
record ReadBody(
    ClassName reader,
    String draft,
    String selector,
    CodeBlock opening,
    CodeBlock loop,
    CodeBlock otherwise) {

  /** All in the codec's method. */
  CodeBlock inOneMethod(MessageModel model, List<Slot> inOrder, List<CodeBlock> arguments) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (Slot slot : inOrder) {
      code.addStatement("$T $N = $L", slot.type(), slot.name(), slot.initial());
    }
    code.add(opening);
    inOrder.forEach(slot -> code.add(slot.expected()));
    code.beginControlFlow("$L", loop).beginControlFlow("switch ($N)", selector);
    inOrder.forEach(slot -> code.add(slot.cases()));
    return code.addStatement("default -> $L", otherwise)
        .endControlFlow()
        .endControlFlow()
        .add(returned(model, arguments))
        .build();
  }

  private static CodeBlock returned(MessageModel model, List<CodeBlock> arguments) {
    return CodeBlock.of(
        "return $L;\n",
        model.body() instanceof Body.Result ? arguments.get(0) : made(model, arguments));
  }

  /** The constructor, with an argument a line where they do not fit into one. */
  static CodeBlock made(MessageModel model, List<CodeBlock> arguments) {
    int length = arguments.stream().mapToInt(argument -> argument.toString().length() + 2).sum();
    boolean oneLine = length + model.javaType().toString().length() < 80;
    String separator = oneLine ? ", " : ",\n";
    CodeBlock joined =
        arguments.stream().collect(CodeBlock.joining(separator, oneLine ? "" : "\n", ""));
    return CodeBlock.of(oneLine ? "new $T($L)" : "new $T($>$>$L$<$<)", model.javaType(), joined);
  }

  /** Local variables cannot be shared between methods: those of a large record are fields. */
  TypeSpec draft(MessageModel model, List<List<Slot>> parts, List<CodeBlock> arguments) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(draft)
            .addJavadoc("The fields as they are read.")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
    CodeBlock.Builder all = CodeBlock.builder().add(opening);
    CodeBlock.Builder rest = CodeBlock.builder();
    List<MethodSpec> methods = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      for (Slot slot : parts.get(i)) {
        type.addField(
            FieldSpec.builder(slot.type(), slot.name()).initializer(slot.initial()).build());
      }
      all.addStatement("expect$L(in)", i + 1);
      rest.add(i == 0 ? "if (!take$L($N, in)" : " && !take$L($N, in)", i + 1, selector);
      methods.add(expect(i + 1, parts.get(i)));
      methods.add(take(i + 1, parts.get(i)));
    }
    type.addMethod(
        MethodSpec.methodBuilder("read")
            .returns(model.javaType())
            .addParameter(reader, "in")
            .addCode(all.build())
            .beginControlFlow("$L", loop)
            .beginControlFlow("$L)", rest.build())
            .addStatement("$L", otherwise)
            .endControlFlow()
            .endControlFlow()
            .addCode(returned(model, arguments))
            .build());
    return type.addMethods(methods).build();
  }

  private MethodSpec expect(int part, List<Slot> slots) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("expect" + part)
            .addModifiers(Modifier.PRIVATE)
            .addParameter(reader, "in");
    slots.forEach(slot -> method.addCode(slot.expected()));
    return method.build();
  }

  private MethodSpec take(int part, List<Slot> slots) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("take" + part)
            .addModifiers(Modifier.PRIVATE)
            .returns(TypeName.BOOLEAN)
            .addParameter(TypeName.INT, selector)
            .addParameter(reader, "in")
            .beginControlFlow("switch ($N)", selector);
    slots.forEach(slot -> method.addCode(slot.cases()));
    return method
        .beginControlFlow("default ->")
        .addStatement("return false")
        .endControlFlow()
        .endControlFlow()
        .addStatement("return true")
        .build();
  }
}
