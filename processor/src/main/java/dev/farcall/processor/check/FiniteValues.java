package dev.farcall.processor.check;

import dev.farcall.processor.model.CaseModel;
import dev.farcall.processor.model.FieldModel;
import dev.farcall.processor.model.MessageModel;
import dev.farcall.processor.model.MessageModel.Body;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.SchemaModel;
import dev.farcall.processor.model.Shape;
import dev.farcall.processor.model.Texts;
import dev.farcall.processor.model.ValueType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Each message has a finite value: no required component leads back to its own message. */
final class FiniteValues implements Check {

  @Override
  public void check(List<SchemaModel> schemas, Problems problems) {
    Map<String, MessageModel> endless = endless(schemas);
    Set<String> told = new HashSet<>();
    for (MessageModel message : endless.values()) {
      for (FieldModel field : message.body().fields()) {
        if (!told.contains(message.fullName())) {
          tell(message, field, endless, problems).forEach(each -> told.add(each.fullName()));
        }
      }
    }
  }

  /** All messages without a finite value: what is left when the finite ones are struck off. */
  private static Map<String, MessageModel> endless(List<SchemaModel> schemas) {
    Map<String, MessageModel> endless = new LinkedHashMap<>();
    for (SchemaModel schema : schemas) {
      schema.messages().forEach(message -> endless.put(message.fullName(), message));
    }
    boolean changed = true;
    while (changed) {
      changed = endless.values().removeIf(message -> isFinite(message, endless.keySet()));
    }
    return endless;
  }

  private static boolean isFinite(MessageModel message, Set<String> endless) {
    List<String> needs = required(message);
    return message.body() instanceof Body.Oneof
        ? needs.isEmpty() || !endless.containsAll(needs)
        : needs.stream().noneMatch(endless::contains);
  }

  private static List<String> required(MessageModel message) {
    if (message.body() instanceof Body.Oneof oneof) {
      return oneof.cases().stream().map(CaseModel::type).map(ValueType.Message::fullName).toList();
    }
    return message.body().fields().stream()
        .flatMap(field -> required(field).stream())
        .map(ValueType.Message::fullName)
        .toList();
  }

  private static Optional<ValueType.Message> required(FieldModel field) {
    if (!(field.shape() instanceof Shape.Singular singular) || !singular.required()) {
      return Optional.empty();
    }
    ValueType type = singular.type();
    if (type instanceof ValueType.Adapted adapted) {
      type = adapted.inner();
    }
    return type instanceof ValueType.Message message ? Optional.of(message) : Optional.empty();
  }

  /** The messages on the way from a field back to its own message, if it leads there. */
  private static List<MessageModel> tell(
      MessageModel owner, FieldModel field, Map<String, MessageModel> endless, Problems problems) {
    Optional<MessageModel> target = required(field).map(type -> endless.get(type.fullName()));
    List<MessageModel> path = new ArrayList<>();
    if (target.isEmpty() || !leads(target.get(), owner, endless, path, new HashSet<>())) {
      return List.of();
    }
    String between = String.join(", ", path.stream().map(MessageModel::label).toList());
    problems.add(
        Texts.infinite(
            field.site(),
            owner.label() + "." + field.javaName(),
            path.isEmpty() ? "" : " through " + between,
            Labels.brief(field.javaType()),
            owner.label()));
    path.add(owner);
    return path;
  }

  /** Whether one message requires another; the path holds what lies between. */
  private static boolean leads(
      MessageModel from,
      MessageModel to,
      Map<String, MessageModel> endless,
      List<MessageModel> path,
      Set<String> seen) {
    if (from.equals(to)) {
      return true;
    }
    if (!seen.add(from.fullName())) {
      return false;
    }
    path.add(from);
    for (String name : required(from)) {
      MessageModel next = endless.get(name);
      if (next != null && leads(next, to, endless, path, seen)) {
        return true;
      }
    }
    path.remove(from);
    return false;
  }
}
