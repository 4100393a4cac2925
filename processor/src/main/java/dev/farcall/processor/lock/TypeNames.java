package dev.farcall.processor.lock;

import dev.farcall.processor.lock.LockFile.EnumType;
import dev.farcall.processor.lock.LockFile.Field;
import dev.farcall.processor.lock.LockFile.Message;
import dev.farcall.processor.lock.LockFile.Payload;
import dev.farcall.processor.lock.LockFile.Rpc;
import dev.farcall.processor.lock.LockFile.Service;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes the names of types full, as protoc does: from where a name stands outward, by its first
 * part. How a name must be spelt depends on what else there is; what it means does not.
 */
final class TypeNames {

  private final String protoPackage;
  private final Set<String> declared = new HashSet<>();

  TypeNames(String protoPackage, List<Message> messages, List<EnumType> enums) {
    this.protoPackage = protoPackage;
    messages.forEach(each -> declared.add(each.fullName()));
    enums.forEach(each -> declared.add(each.fullName()));
  }

  LockFile resolve(LockFile file) {
    return new LockFile(
        file.shownAs(),
        protoPackage,
        file.imports(),
        file.javaPackage(),
        file.services().stream().map(this::service).toList(),
        file.messages().stream().map(this::message).toList(),
        file.enums());
  }

  private Service service(Service service) {
    return new Service(
        service.fullName(),
        service.rpcs().stream().map(rpc -> rpc(rpc, service.fullName())).toList(),
        service.deprecated(),
        service.line());
  }

  private Rpc rpc(Rpc rpc, String scope) {
    return new Rpc(
        rpc.name(),
        new Payload(full(rpc.request().type(), scope), rpc.request().stream()),
        new Payload(full(rpc.response().type(), scope), rpc.response().stream()),
        rpc.deprecated(),
        rpc.idempotency(),
        rpc.routes(),
        rpc.line());
  }

  private Message message(Message message) {
    return new Message(
        message.fullName(),
        message.reserved(),
        message.fields().stream().map(each -> field(each, message.fullName())).toList(),
        message.deprecated(),
        message.line());
  }

  private Field field(Field field, String scope) {
    return new Field(
        field.name(),
        field.number(),
        field.kind(),
        field.key(),
        full(field.type(), scope),
        field.jsonName(),
        field.deprecated(),
        field.comment(),
        field.line());
  }

  private String full(String name, String scope) {
    if (name.startsWith(".")) {
      return name.substring(1);
    }
    int dot = name.indexOf('.');
    String first = dot < 0 ? name : name.substring(0, dot);
    for (String around = scope; !around.isEmpty(); around = parent(around)) {
      if (declared.contains(around + '.' + first)) {
        return around + '.' + name;
      }
    }
    return name;
  }

  private static String parent(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(0, dot);
  }
}
