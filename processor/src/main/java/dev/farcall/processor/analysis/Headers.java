package dev.farcall.processor.analysis;

import com.palantir.javapoet.TypeName;
import dev.farcall.processor.model.JavaScalar;
import dev.farcall.processor.model.ParameterModel;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.ProtoScalar;
import dev.farcall.processor.model.Shape;
import dev.farcall.processor.model.Texts;
import dev.farcall.processor.model.ValueType;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.type.TypeMirror;

/** Reads {@code @Header} parameters. */
final class Headers {

  private static final Pattern NAME = Pattern.compile("[a-z0-9_.-]+");
  private static final Set<String> RESERVED =
      Set.of("content-type", "content-length", "te", "host", "connection", "user-agent");

  private final Problems problems;

  Headers(Problems problems) {
    this.problems = problems;
  }

  ParameterModel.HeaderRole read(Mark mark, TypeMirror type, Use use) {
    String name = mark.text("value");
    if (!NAME.matcher(name).matches()) {
      problems.add(
          Texts.badHeader(
              use.site(mark.site("value")),
              use.label(),
              "name '" + name + "'",
              "lower case letters, digits, '-', '_' and '.'"));
    } else if (name.startsWith("grpc-") || name.endsWith("-bin") || RESERVED.contains(name)) {
      problems.add(
          Texts.badHeader(
              use.site(mark.site("value")),
              use.label(),
              "name '" + name + "'",
              "a name of your own; those of the protocol, 'grpc-…' and '…-bin' are taken"));
    }
    return new ParameterModel.HeaderRole(name, shape(type, use));
  }

  /** Tells of a name that another parameter has. */
  void refuseTwice(ParameterModel.HeaderRole header, Use use) {
    problems.add(
        Texts.badHeader(
            use.site(),
            use.label(),
            "name '" + header.header() + "', as another parameter has",
            "each name once"));
  }

  private Shape shape(TypeMirror type, Use use) {
    ValueType text =
        new ValueType.Scalar(TypeName.get(String.class), JavaScalar.STRING, ProtoScalar.STRING);
    boolean optional = Names.full(type).equals("java.util.Optional<java.lang.String>");
    if (!optional && !Names.full(type).equals("java.lang.String")) {
      problems.add(
          Texts.badHeader(
              use.site(), use.label(), "type " + Names.brief(type), "String or Optional<String>"));
    }
    return optional
        ? new Shape.Optional(text, Shape.Optional.Form.OPTIONAL)
        : new Shape.Singular(text, true);
  }
}
