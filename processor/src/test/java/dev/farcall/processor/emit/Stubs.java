package dev.farcall.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.farcall.processor.model.MethodModel;
import dev.farcall.processor.model.ParameterModel;
import dev.farcall.processor.model.SchemaModel;
import dev.farcall.processor.model.ServiceModel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What stands beside a client and a dispatcher, in the least form that compiles: the request
 * records, codecs that carry nothing, the schema.
 */
final class Stubs {

  private final Map<String, String> sources = new LinkedHashMap<>();

  private Stubs() {}

  /** Sources by the names of their classes. */
  static Map<String, String> of(SchemaModel schema) {
    Stubs stubs = new Stubs();
    stubs.schema(schema.schemaClass());
    for (ServiceModel service : schema.services()) {
      for (MethodModel method : service.methods()) {
        stubs.method(method);
      }
    }
    return stubs.sources;
  }

  private void schema(ClassName name) {
    add(
        name,
        "final class " + name.simpleName() + " {",
        "  static final dev.farcall.wire.FileSchema FILE =",
        "      new dev.farcall.wire.FileSchema(\"f\", java.util.List.of(), () -> new byte[0]);",
        "}");
  }

  private void method(MethodModel method) {
    codec(method.request().codec(), method.request().javaType());
    codec(method.response().codec(), method.response().javaType());
    method.errors().forEach(error -> codec(error.message().codec(), error.javaType()));
    if (!method.requestIsParameter()) {
      ClassName record = (ClassName) method.request().javaType();
      String components =
          method.parameters().stream()
              .filter(parameter -> parameter.role() instanceof ParameterModel.PayloadRole)
              .map(parameter -> parameter.type() + " " + parameter.name())
              .collect(Collectors.joining(", "));
      add(record, "record " + record.simpleName() + "(" + components + ") {}");
    }
  }

  private void codec(ClassName name, TypeName type) {
    String simple = name.simpleName();
    add(
        name,
        "final class " + simple + " extends dev.farcall.wire.BinaryCodec<" + type.box() + "> {",
        "  static final " + simple + " INSTANCE = new " + simple + "();",
        "  private " + simple + "() { super(\"" + simple + "\"); }",
        "  @Override public void write(",
        "      " + type.box() + " value, dev.farcall.wire.ProtobufWriter out) {}",
        "  @Override public " + type.box() + " read(dev.farcall.wire.ProtobufReader in) {",
        "    throw new UnsupportedOperationException();",
        "  }",
        "}");
  }

  private void add(ClassName name, String... lines) {
    sources.put(
        name.reflectionName(),
        "package " + name.packageName() + ";\n" + String.join("\n", lines) + "\n");
  }
}
