package dev.farcall.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.farcall.processor.model.CaseModel;
import dev.farcall.processor.model.FieldModel;
import dev.farcall.processor.model.MessageModel;
import dev.farcall.processor.model.MessageModel.Body;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * The nested class {@code Json} of a codec: what JSON calls the fields, ready to be written and
 * compared. A class of its own, so that it costs nothing where JSON is not spoken.
 */
final class JsonNaming {

  private static final String TYPE = "Json";

  /** A member of the JSON object, with the other names it is known by. */
  private record Member(String constant, String name, int index, Set<String> aliases) {}

  /** By the number of the field. */
  private final Map<Integer, Member> members = new LinkedHashMap<>();

  private final NameAllocator constants = new NameAllocator();

  JsonNaming(MessageModel model) {
    constants.newName("ALL");
    if (model.body() instanceof Body.Oneof oneof) {
      for (CaseModel each : CodecEmitter.cases(oneof)) {
        String name = Names.defaultJsonName(each.protoName());
        add(each.number(), name, List.of(each.protoName()));
      }
    }
    for (FieldModel field : WriteEmitter.byNumber(model.body().fields())) {
      List<String> aliases = new ArrayList<>(List.of(field.protoName()));
      for (String former : field.formerNames()) {
        aliases.add(former);
        aliases.add(Names.defaultJsonName(former));
      }
      add(field.number(), field.jsonName(), aliases);
    }
  }

  private void add(int number, String name, List<String> aliases) {
    Set<String> others = new LinkedHashSet<>(aliases);
    others.remove(name);
    String constant = constants.newName(Names.upperSnake(name));
    members.put(number, new Member(constant, name, members.size(), others));
  }

  /** The constant of a field's name. */
  CodeBlock constant(int number) {
    return CodeBlock.of("$L.$L", TYPE, member(number).constant());
  }

  /** What the reader says when it stands at the field's value. */
  int index(int number) {
    return member(number).index();
  }

  private Member member(int number) {
    Member member = members.get(number);
    if (member == null) {
      throw new IllegalArgumentException("number: " + number + " (expected: that of a field)");
    }
    return member;
  }

  /** All names. */
  static CodeBlock all() {
    return CodeBlock.of("$L.ALL", TYPE);
  }

  TypeSpec type() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(TYPE)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .addJavadoc("What JSON calls the fields.");
    CodeBlock.Builder aliases = CodeBlock.builder();
    for (Member member : members.values()) {
      type.addField(
          field(Wire.JSON_NAME, member.constant())
              .initializer("$T.of($S, $L)", Wire.JSON_NAME, member.name(), member.index())
              .build());
      member.aliases().forEach(alias -> aliases.add("\n.alias($S, $L)", alias, member.index()));
    }
    CodeBlock written =
        members.values().stream()
            .map(member -> CodeBlock.of("$L", member.constant()))
            .collect(CodeBlock.joining(",$W"));
    return type.addField(
            field(Wire.JSON_NAMES, "ALL")
                .initializer("$T.of($L)$>$>$L$<$<", Wire.JSON_NAMES, written, aliases.build())
                .build())
        .build();
  }

  private static FieldSpec.Builder field(TypeName type, String name) {
    return FieldSpec.builder(type, name, Modifier.STATIC, Modifier.FINAL);
  }
}
