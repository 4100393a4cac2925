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

  private static final String EXPECTED_TYPE =
      "String, a number, boolean, an enum or another type that is sent as text, or Optional of it";
  private static final Shape TEXT =
      new Shape.Singular(
          new ValueType.Scalar(TypeName.get(String.class), JavaScalar.STRING, ProtoScalar.STRING),
          false);

  private final Problems problems;
  private final TypeReader types;

  Headers(Problems problems, TypeReader types) {
    this.problems = problems;
    this.types = types;
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

  /** One of another service's twin, of which nothing but its name counts. */
  static ParameterModel.HeaderRole unread(String name) {
    return new ParameterModel.HeaderRole(name, TEXT);
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
    Shape shape = types.shape(type, use);
    if (shape == null) {
      return TEXT; // which was told
    }
    boolean sent =
        (shape instanceof Shape.Singular singular && TextForm.isText(singular.type()))
            || (shape instanceof Shape.Optional optional && TextForm.isText(optional.type()));
    if (!sent) {
      problems.add(
          Texts.badHeader(use.site(), use.label(), "type " + Names.brief(type), EXPECTED_TYPE));
    }
    return shape;
  }
}
