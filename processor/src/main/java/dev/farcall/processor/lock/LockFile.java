package dev.farcall.processor.lock;

import dev.farcall.processor.model.Reserved;
import java.util.List;
import java.util.Optional;

/**
 * What a {@code .proto} file of ours says, as a value. Comments before declarations are left out:
 * they are for readers. Names of types are full; a line is where something stands, from 1.
 *
 * @param shownAs where the file is, as texts show it
 */
record LockFile(
    String shownAs,
    String protoPackage,
    List<String> imports,
    String javaPackage,
    List<Service> services,
    List<Message> messages,
    List<EnumType> enums) {

  /** A service, as in {@code acme.orders.v1.OrderService}. */
  record Service(String fullName, List<Rpc> rpcs, boolean deprecated, int line) {

    Optional<Rpc> rpc(String name) {
      return rpcs.stream().filter(each -> each.name().equals(name)).findFirst();
    }
  }

  /**
   * An RPC.
   *
   * @param idempotency the option's constant, empty if there is none
   */
  record Rpc(
      String name,
      Payload request,
      Payload response,
      boolean deprecated,
      String idempotency,
      List<Route> routes,
      int line) {}

  /** What goes one way. */
  record Payload(String type, boolean stream) {

    @Override
    public String toString() {
      return stream ? "stream " + type : type;
    }
  }

  /**
   * A {@code google.api.http} rule.
   *
   * @param body empty for none
   * @param responseBody empty for the whole response
   */
  record Route(String verb, String path, String body, String responseBody) {

    @Override
    public String toString() {
      return verb.toUpperCase(java.util.Locale.ROOT) + " " + path;
    }
  }

  /** A message, nested ones beside it. */
  record Message(
      String fullName, Reserved reserved, List<Field> fields, boolean deprecated, int line) {}

  /**
   * A field or a case.
   *
   * @param key of a map, else empty
   * @param type a scalar's keyword or the full name of a message or enum; of a map, the value's
   * @param comment what proto cannot say
   */
  record Field(
      String name,
      int number,
      Kind kind,
      String key,
      String type,
      String jsonName,
      boolean deprecated,
      Comment comment,
      int line) {

    /** As texts show it: {@code repeated Line}, {@code map<string, int32>}. */
    String declaration() {
      return switch (kind) {
        case ONE, CASE -> type;
        case OPTIONAL -> "optional " + type;
        case REPEATED -> "repeated " + type;
        case MAP -> "map<" + key + ", " + type + ">";
      };
    }
  }

  /** How often a field occurs. */
  enum Kind {
    ONE,
    OPTIONAL,
    REPEATED,
    MAP,
    /** One case of the message's oneof. */
    CASE
  }

  /** An enum, nested ones beside those of the package. */
  record EnumType(
      String fullName, Reserved reserved, List<Value> values, boolean deprecated, int line) {

    /** A constant's name without that of the enum. */
    String constant(Value value) {
      String prefix = Labels.prefix(fullName.substring(fullName.lastIndexOf('.') + 1));
      return value.name().startsWith(prefix)
          ? value.name().substring(prefix.length())
          : value.name();
    }
  }

  /**
   * A name of an enum's number; further ones are its aliases.
   *
   * @param constant the Java name, where proto does not tell it: of the one that is zero; else
   *     empty
   */
  record Value(String name, int number, boolean deprecated, String constant, int line) {}

  Optional<Message> message(String fullName) {
    return messages.stream().filter(each -> each.fullName().equals(fullName)).findFirst();
  }

  Optional<EnumType> anEnum(String fullName) {
    return enums.stream().filter(each -> each.fullName().equals(fullName)).findFirst();
  }

  Optional<Service> service(String fullName) {
    return services.stream().filter(each -> each.fullName().equals(fullName)).findFirst();
  }
}
