package dev.farcall.processor.lock;

import dev.farcall.processor.lock.LockFile.EnumType;
import dev.farcall.processor.lock.LockFile.Field;
import dev.farcall.processor.lock.LockFile.Kind;
import dev.farcall.processor.lock.LockFile.Message;
import dev.farcall.processor.lock.LockFile.Payload;
import dev.farcall.processor.lock.LockFile.Route;
import dev.farcall.processor.lock.LockFile.Rpc;
import dev.farcall.processor.lock.LockFile.Service;
import dev.farcall.processor.lock.LockFile.Value;
import dev.farcall.processor.model.Reserved;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prints what was read of a lock, one fact a line, all of them: what is missing here the parser has
 * lost. Types are written with a leading dot, which is legal everywhere.
 */
final class LockPrinter {

  private final List<String> lines = new ArrayList<>();

  private LockPrinter() {}

  static String print(LockFile file) {
    LockPrinter out = new LockPrinter();
    out.add("syntax = \"proto3\";");
    if (!file.protoPackage().isEmpty()) {
      out.add("package " + file.protoPackage() + ";");
    }
    file.imports().forEach(each -> out.add("import \"" + each + "\";"));
    out.add("option java_multiple_files = true;");
    out.add("option java_package = \"" + file.javaPackage() + "\";");
    file.services().forEach(out::service);
    String scope = file.protoPackage();
    out.types(file, scope);
    return String.join("\n", out.lines) + "\n";
  }

  private void add(String line) {
    lines.add(line);
  }

  private void service(Service service) {
    add("service " + simple(service.fullName()) + " {");
    deprecated(service.deprecated());
    service.rpcs().forEach(this::rpc);
    add("}");
  }

  private void rpc(Rpc rpc) {
    add(
        "rpc "
            + rpc.name()
            + payload(rpc.request())
            + " returns "
            + payload(rpc.response())
            + " {");
    deprecated(rpc.deprecated());
    if (!rpc.idempotency().isEmpty()) {
      add("option idempotency_level = " + rpc.idempotency() + ";");
    }
    if (!rpc.routes().isEmpty()) {
      String others =
          rpc.routes().stream()
              .skip(1)
              .map(each -> " additional_bindings: {" + route(each) + "}")
              .collect(Collectors.joining());
      add("option (google.api.http) = {" + route(rpc.routes().get(0)) + others + "};");
    }
    add("}");
  }

  private static String payload(Payload payload) {
    return "(" + (payload.stream() ? "stream " : "") + type(payload.type()) + ")";
  }

  private static String route(Route route) {
    return route.verb()
        + ": \""
        + route.path()
        + "\""
        + (route.body().isEmpty() ? "" : " body: \"" + route.body() + "\"")
        + (route.responseBody().isEmpty()
            ? ""
            : " response_body: \"" + route.responseBody() + "\"");
  }

  /** The messages and enums directly in a scope. */
  private void types(LockFile file, String scope) {
    file.messages().stream()
        .filter(each -> parent(each.fullName()).equals(scope))
        .forEach(each -> message(file, each));
    file.enums().stream()
        .filter(each -> parent(each.fullName()).equals(scope))
        .forEach(this::anEnum);
  }

  private void message(LockFile file, Message message) {
    add("message " + simple(message.fullName()) + " {");
    deprecated(message.deprecated());
    reserved(message.reserved());
    boolean cases = message.fields().stream().anyMatch(each -> each.kind() == Kind.CASE);
    if (cases) {
      add("oneof kind {");
    }
    message.fields().forEach(this::field);
    if (cases) {
      add("}");
    }
    types(file, message.fullName());
    add("}");
  }

  private void field(Field field) {
    String declaration =
        switch (field.kind()) {
          case ONE, CASE -> type(field.type());
          case OPTIONAL -> "optional " + type(field.type());
          case REPEATED -> "repeated " + type(field.type());
          case MAP -> "map<" + field.key() + ", " + type(field.type()) + ">";
        };
    String options =
        Stream.of(
                field.deprecated() ? "deprecated = true" : "",
                LockParser.jsonName(field.name()).equals(field.jsonName())
                    ? ""
                    : "json_name = \"" + field.jsonName() + "\"")
            .filter(each -> !each.isEmpty())
            .collect(Collectors.joining(", "));
    add(
        declaration
            + " "
            + field.name()
            + " = "
            + field.number()
            + (options.isEmpty() ? "" : " [" + options + "]")
            + ";"
            + (field.comment().parts().isEmpty() ? "" : " // " + field.comment()));
  }

  private void anEnum(EnumType type) {
    add("enum " + simple(type.fullName()) + " {");
    if (type.values().stream().map(Value::number).distinct().count() < type.values().size()) {
      add("option allow_alias = true;");
    }
    deprecated(type.deprecated());
    reserved(type.reserved());
    for (Value value : type.values()) {
      add(
          value.name()
              + " = "
              + value.number()
              + (value.deprecated() ? " [deprecated = true];" : ";")
              + (value.constant().isEmpty() ? "" : " // " + value.constant()));
    }
    add("}");
  }

  private void reserved(Reserved reserved) {
    if (!reserved.numbers().isEmpty()) {
      add(
          "reserved "
              + reserved.numbers().stream().map(String::valueOf).collect(Collectors.joining(", "))
              + ";");
    }
    if (!reserved.names().isEmpty()) {
      add("reserved \"" + String.join("\", \"", reserved.names()) + "\";");
    }
  }

  private void deprecated(boolean deprecated) {
    if (deprecated) {
      add("option deprecated = true;");
    }
  }

  private static String type(String name) {
    return name.contains(".") ? "." + name : name;
  }

  private static String simple(String fullName) {
    return fullName.substring(fullName.lastIndexOf('.') + 1);
  }

  private static String parent(String fullName) {
    return fullName.contains(".") ? fullName.substring(0, fullName.lastIndexOf('.')) : "";
  }
}
