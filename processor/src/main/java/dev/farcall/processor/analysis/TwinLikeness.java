package dev.farcall.processor.analysis;

import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.farcall.processor.model.MethodModel;
import dev.farcall.processor.model.MethodModel.Reply;
import dev.farcall.processor.model.ParameterModel;
import dev.farcall.processor.model.ParameterModel.ContextRole;
import dev.farcall.processor.model.ParameterModel.HeaderRole;
import dev.farcall.processor.model.ParameterModel.StreamRole;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.ServiceModel;
import dev.farcall.processor.model.Site;
import dev.farcall.processor.model.Texts;
import java.util.List;
import javax.lang.model.type.TypeMirror;

/** Whether a method of a twin takes, answers and throws what that of the service does. */
final class TwinLikeness {

  private final Problems problems;

  TwinLikeness(Problems problems) {
    this.problems = problems;
  }

  /** Whether it is; if not, all that differs is told. */
  boolean isSame(
      MethodReader.Call call,
      List<ParameterModel> parameters,
      MethodModel original,
      ServiceModel service) {
    Site site = call.scope().site(call.method());
    String other = String.join(".", service.javaType().simpleNames()) + "." + original.javaName();
    List<String> taken = texts(original.parameters());
    List<String> takes = texts(parameters);
    boolean same = true;
    if (!taken.equals(takes)) {
      same = false;
      different(site, call, other, "it takes something else", list(taken), list(takes));
    }
    String answered = answer(original.reply(), original.response().javaType().box());
    String answers = answer(call.type().getReturnType());
    if (!answered.equals(answers)) {
      same = false;
      different(site, call, other, "it answers something else", answered, answers);
    }
    List<String> unknown =
        call.type().getThrownTypes().stream()
            .map(TypeName::get)
            .filter(thrown -> !original.exceptions().contains(thrown))
            .map(TypeName::toString)
            .toList();
    if (!unknown.isEmpty()) {
      same = false;
      List<String> known = original.exceptions().stream().map(TypeName::toString).toList();
      different(site, call, other, "it throws something else", list(known), list(unknown));
    }
    return same;
  }

  private void different(
      Site site, MethodReader.Call call, String other, String what, String expected, String found) {
    problems.add(
        Texts.differentTwinMethod(
            site,
            call.label(),
            other,
            what,
            Names.withoutPackages(expected),
            Names.withoutPackages(found)));
  }

  private static String list(List<String> texts) {
    return texts.isEmpty() ? "nothing" : String.join(", ", texts);
  }

  private static List<String> texts(List<ParameterModel> parameters) {
    return parameters.stream()
        .filter(parameter -> !(parameter.role() instanceof ContextRole))
        .map(TwinLikeness::text)
        .toList();
  }

  private static String text(ParameterModel parameter) {
    if (parameter.role() instanceof StreamRole) {
      return answer(Reply.PUBLISHER, element(parameter.type()));
    }
    return parameter.role() instanceof HeaderRole header
        ? "@Header(\"" + header.header() + "\") " + parameter.type()
        : parameter.type().toString();
  }

  private static String answer(TypeMirror declared) {
    Reply reply = Shapes.reply(declared);
    TypeName type = TypeName.get(declared);
    return reply == Reply.VALUE ? answer(reply, type.box()) : answer(reply, element(type));
  }

  private static String answer(Reply reply, TypeName type) {
    if (reply.isStream()) {
      return "a stream of " + type;
    }
    boolean isVoid = type.box().equals(TypeName.VOID.box());
    return isVoid ? "nothing" : type.toString();
  }

  private static TypeName element(TypeName type) {
    return type instanceof ParameterizedTypeName generic ? generic.typeArguments().get(0) : type;
  }
}
