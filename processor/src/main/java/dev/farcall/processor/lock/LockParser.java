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
import java.util.Optional;

/**
 * Reads the {@code .proto} files that we write, and no others: what our printer never prints is an
 * error with its line.
 */
final class LockParser {

  /** More than Java lets one nest in practice, less than the stack bears. */
  private static final int DEEPEST = 100;

  private final String file;
  private final Tokens in;
  private final List<String> imports = new ArrayList<>();
  private final List<Service> services = new ArrayList<>();
  private final List<Message> messages = new ArrayList<>();
  private final List<EnumType> enums = new ArrayList<>();
  private String protoPackage = "";
  private String javaPackage = "";
  private int depth;

  private LockParser(String file, String text) throws LockSyntaxException {
    this.file = file;
    this.in = new Tokens(file, text);
  }

  /**
   * Reads a file.
   *
   * @param shownAs where it is, as texts show it
   */
  static LockFile parse(String shownAs, String text) throws LockSyntaxException {
    return new LockParser(shownAs, text).file();
  }

  /** Reads what is kept; empty if it is not as we write it, as a file of somebody else. */
  static Optional<LockFile> parse(LockStore.Stored stored) {
    try {
      return Optional.of(parse(stored.shownAs(), stored.text()));
    } catch (LockSyntaxException isNone) {
      return Optional.empty();
    }
  }

  private LockFile file() throws LockSyntaxException {
    in.expect("syntax", "=");
    String syntax = text();
    if (!syntax.equals("proto3")) {
      throw LockSyntaxException.at(
          file, in.peek().line(), "syntax " + syntax + " (expected: proto3)");
    }
    in.expect(";");
    if (in.skip("package")) {
      protoPackage = word();
      in.expect(";");
    }
    while (in.skip("import")) {
      imports.add(text());
      in.expect(";");
    }
    in.expect("option", "java_multiple_files", "=", "true", ";");
    in.expect("option", "java_package", "=");
    javaPackage = text();
    in.expect(";");
    while (in.peek().kind() != Tokens.Kind.END) {
      declaration();
    }
    return new TypeNames(protoPackage, messages, enums)
        .resolve(
            new LockFile(
                file,
                protoPackage,
                List.copyOf(imports),
                javaPackage,
                List.copyOf(services),
                List.copyOf(messages),
                List.copyOf(enums)));
  }

  private void declaration() throws LockSyntaxException {
    if (in.at("service")) {
      service();
    } else if (in.at("message")) {
      message(protoPackage);
    } else if (in.at("enum")) {
      anEnum(protoPackage);
    } else {
      throw in.wrong("service, message or enum");
    }
  }

  private void service() throws LockSyntaxException {
    in.expect("service");
    int line = in.peek().line();
    String name = join(protoPackage, word());
    in.expect("{");
    boolean deprecated = deprecatedOption();
    List<Rpc> rpcs = new ArrayList<>();
    while (!in.skip("}")) {
      rpcs.add(rpc());
    }
    services.add(new Service(name, List.copyOf(rpcs), deprecated, line));
  }

  private Rpc rpc() throws LockSyntaxException {
    in.expect("rpc");
    int line = in.peek().line();
    String name = word();
    Payload request = payload();
    in.expect("returns");
    Payload response = payload();
    boolean deprecated = false;
    String idempotency = "";
    List<Route> routes = new ArrayList<>();
    if (!in.skip(";")) {
      in.expect("{");
      deprecated = deprecatedOption();
      while (!in.skip("}")) {
        in.expect("option");
        if (in.skip("(")) {
          in.expect("google.api.http", ")", "=");
          route(routes, true);
        } else {
          in.expect("idempotency_level", "=");
          idempotency = word();
        }
        in.expect(";");
      }
    }
    return new Rpc(name, request, response, deprecated, idempotency, List.copyOf(routes), line);
  }

  private Payload payload() throws LockSyntaxException {
    in.expect("(");
    boolean stream = in.skip("stream");
    String type = word();
    in.expect(")");
    return new Payload(type, stream);
  }

  /** A rule and those in it, that of clients first. */
  private void route(List<Route> routes, boolean first) throws LockSyntaxException {
    in.expect("{");
    String verb = word();
    in.expect(":");
    String path = text();
    String body = "";
    String responseBody = "";
    List<Route> others = new ArrayList<>();
    while (!in.skip("}")) {
      if (in.skip("body")) {
        in.expect(":");
        body = text();
      } else if (in.skip("response_body")) {
        in.expect(":");
        responseBody = text();
      } else {
        if (!first) {
          throw in.wrong("'}'");
        }
        in.expect("additional_bindings", ":");
        route(others, false);
      }
    }
    routes.add(new Route(verb, path, body, responseBody));
    routes.addAll(others);
  }

  private void message(String scope) throws LockSyntaxException {
    if (depth++ == DEEPEST) {
      throw in.wrong("no more than " + DEEPEST + " messages in each other");
    }
    in.expect("message");
    int line = in.peek().line();
    String name = join(scope, word());
    in.expect("{");
    boolean deprecated = deprecatedOption();
    Reserved reserved = reserved();
    List<Field> fields = new ArrayList<>();
    int position = messages.size();
    while (!in.skip("}")) {
      if (in.at("message")) {
        message(name);
      } else if (in.at("enum")) {
        anEnum(name);
      } else if (in.skip("oneof")) {
        in.expect("kind", "{");
        while (!in.skip("}")) {
          fields.add(field(Kind.CASE));
        }
      } else {
        fields.add(field(Kind.ONE));
      }
    }
    messages.add(position, new Message(name, reserved, List.copyOf(fields), deprecated, line));
    depth--;
  }

  private Field field(Kind plain) throws LockSyntaxException {
    Kind kind = plain;
    String key = "";
    if (in.skip("optional")) {
      kind = Kind.OPTIONAL;
    } else if (in.skip("repeated")) {
      kind = Kind.REPEATED;
    }
    String type = word();
    if (type.equals("map") && in.skip("<")) {
      kind = Kind.MAP;
      key = word();
      in.expect(",");
      type = word();
      in.expect(">");
    }
    int line = in.peek().line();
    String name = word();
    in.expect("=");
    int number = fieldNumber();
    boolean deprecated = false;
    String jsonName = jsonName(name);
    if (in.skip("[")) {
      do {
        if (in.skip("deprecated")) {
          in.expect("=", "true");
          deprecated = true;
        } else {
          in.expect("json_name", "=");
          jsonName = text();
        }
      } while (in.skip(","));
      in.expect("]");
    }
    in.expect(";");
    return new Field(
        name, number, kind, key, type, jsonName, deprecated, Comment.of(in.comment()), line);
  }

  private int fieldNumber() throws LockSyntaxException {
    int line = in.peek().line();
    int number = in.number();
    if (!Numbering.isOfField(number)) {
      throw LockSyntaxException.at(
          file, line, number + " is no number of a field (expected: " + Numbering.FIELDS + ")");
    }
    return number;
  }

  private void anEnum(String scope) throws LockSyntaxException {
    in.expect("enum");
    int line = in.peek().line();
    String name = join(scope, word());
    in.expect("{");
    if (in.at("option") && aliases()) {
      in.expect("option", "allow_alias", "=", "true", ";");
    }
    boolean deprecated = deprecatedOption();
    Reserved reserved = reserved();
    List<Value> values = new ArrayList<>();
    while (!in.skip("}")) {
      int at = in.peek().line();
      String value = word();
      in.expect("=");
      int number = in.number();
      boolean old = in.skip("[");
      if (old) {
        in.expect("deprecated", "=", "true", "]");
      }
      in.expect(";");
      values.add(new Value(value, number, old, in.comment(), at));
    }
    enums.add(new EnumType(name, reserved, List.copyOf(values), deprecated, line));
  }

  private boolean aliases() {
    return in.following().text().equals("allow_alias");
  }

  private boolean deprecatedOption() throws LockSyntaxException {
    if (!in.at("option") || !in.following().text().equals("deprecated")) {
      return false;
    }
    in.expect("option", "deprecated", "=", "true", ";");
    return true;
  }

  private Reserved reserved() throws LockSyntaxException {
    List<Integer> numbers = new ArrayList<>();
    List<String> names = new ArrayList<>();
    while (in.skip("reserved")) {
      do {
        if (in.peek().kind() == Tokens.Kind.TEXT) {
          names.add(text());
        } else {
          numbers.add(in.number());
        }
      } while (in.skip(","));
      in.expect(";");
    }
    return Reserved.of(numbers, names);
  }

  private String word() throws LockSyntaxException {
    return in.take(Tokens.Kind.WORD, "a name").text();
  }

  private String text() throws LockSyntaxException {
    return in.take(Tokens.Kind.TEXT, "a text in quotes").text();
  }

  private static String join(String scope, String name) {
    return scope.isEmpty() ? name : scope + '.' + name;
  }

  /** What protoc makes of a field's name. */
  static String jsonName(String protoName) {
    StringBuilder camel = new StringBuilder();
    boolean upper = false;
    for (int i = 0; i < protoName.length(); i++) {
      char c = protoName.charAt(i);
      if (c == '_') {
        upper = true;
      } else {
        camel.append(upper ? Character.toUpperCase(c) : c);
        upper = false;
      }
    }
    return camel.toString();
  }
}
