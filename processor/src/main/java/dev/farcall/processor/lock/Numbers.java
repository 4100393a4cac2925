package dev.farcall.processor.lock;

import dev.farcall.processor.lock.Numbering.Numbered;
import dev.farcall.processor.model.CaseModel;
import dev.farcall.processor.model.EnumModel;
import dev.farcall.processor.model.FieldModel;
import dev.farcall.processor.model.MessageModel;
import dev.farcall.processor.model.MessageModel.Body;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.Reserved;
import dev.farcall.processor.model.SchemaModel;
import dev.farcall.processor.model.Texts;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** Gives numbers to all that a schema declares. */
final class Numbers {

  private final Problems problems;
  private final IdentityHashMap<FieldModel, FieldModel> changed = new IdentityHashMap<>();

  Numbers(Problems problems) {
    this.problems = problems;
  }

  /** The fields that were given a number, from what they were before: identity, not equality. */
  IdentityHashMap<FieldModel, FieldModel> changed() {
    return changed;
  }

  /**
   * The messages and enums with numbers; the services as they were.
   *
   * @param locks what was released, its own lock first: a type may come from another package
   * @param mixed whether some names of a type may have a {@code @Tag} and others not
   */
  SchemaModel give(SchemaModel schema, List<LockFile> locks, boolean mixed) {
    List<MessageModel> messages = new ArrayList<>();
    for (MessageModel message : schema.messages()) {
      Known known =
          known(
              message.fullName(),
              message.history().formerNames(),
              locks,
              (lock, name) -> lock.message(name).map(found -> Known.of(lock, found)));
      messages.add(give(message, known, mixed));
    }
    List<EnumModel> enums = new ArrayList<>();
    for (EnumModel model : schema.enums()) {
      Known known =
          known(
              model.fullName(),
              model.history().formerNames(),
              locks,
              (lock, name) ->
                  lock.anEnum(name).map(found -> Known.of(lock, found, model.protoName())));
      enums.add(give(model, known, mixed));
    }
    return schema.with(schema.services(), messages, enums);
  }

  private static Known known(
      String fullName,
      List<String> formerNames,
      List<LockFile> locks,
      BiFunction<LockFile, String, Optional<Known>> finder) {
    return Stream.concat(Stream.of(fullName), formerNames.stream())
        .flatMap(name -> locks.stream().flatMap(lock -> finder.apply(lock, name).stream()))
        .findFirst()
        .orElse(Known.NOTHING);
  }

  private MessageModel give(MessageModel message, Known known, boolean mixed) {
    Numbering numbering = new Numbering(known, true, problems);
    if (message.body() instanceof Body.Oneof oneof) {
      List<Numbered> all = oneof.cases().stream().map(Numbers::numbered).toList();
      Map<String, Integer> numbers = numbers(numbering, all, mixed);
      Function<CaseModel, CaseModel> change =
          each -> each.withNumber(numbers.getOrDefault(each.protoName(), 0));
      return message.with(
          new Body.Oneof(oneof.cases().stream().map(change).toList(), oneof.unknown().map(change)),
          numbering.reserved(all, numbers, List.of()));
    }
    List<FieldModel> fields = message.body().fields();
    List<Numbered> all =
        fields.stream()
            .map(
                field ->
                    new Numbered(
                        field.protoName(),
                        field.formerNames(),
                        Labels.of(message, field),
                        field.tag(),
                        field.site()))
            .toList();
    Map<String, Integer> numbers = numbers(numbering, all, mixed);
    List<FieldModel> numbered =
        fields.stream()
            .map(field -> change(field, numbers.getOrDefault(field.protoName(), 0)))
            .toList();
    return message.with(
        with(message.body(), numbered), numbering.reserved(all, numbers, List.of()));
  }

  private FieldModel change(FieldModel field, int number) {
    FieldModel numbered = field.withNumber(number);
    changed.put(field, numbered);
    return numbered;
  }

  private static Body with(Body body, List<FieldModel> fields) {
    if (body instanceof Body.Record) {
      return new Body.Record(fields);
    }
    if (body instanceof Body.Error) {
      return new Body.Error(fields);
    }
    if (body instanceof Body.Request) {
      return new Body.Request(fields);
    }
    return body instanceof Body.Result ? new Body.Result(fields.stream().findFirst()) : body;
  }

  private EnumModel give(EnumModel model, Known known, boolean mixed) {
    Numbering numbering = new Numbering(known, false, problems);
    List<Numbered> all =
        model.constants().stream()
            .filter(each -> model.zero().filter(each::equals).isEmpty())
            .map(
                each ->
                    new Numbered(
                        each.protoName(),
                        each.aliases(),
                        model.label() + "." + each.javaName(),
                        each.tag(),
                        each.site()))
            .toList();
    Map<String, Integer> numbers = numbers(numbering, all, mixed);
    List<String> alsoInUse =
        Stream.concat(
                Stream.of(zero(model)),
                model.constants().stream().flatMap(each -> each.aliases().stream()))
            .toList();
    Reserved reserved = numbering.reserved(all, numbers, alsoInUse);
    return model.with(each -> each.withNumber(numbers.getOrDefault(each.protoName(), 0)), reserved);
  }

  /** The name that zero has in every enum. */
  private static String zero(EnumModel model) {
    return model
        .zero()
        .map(EnumModel.Constant::protoName)
        .orElseGet(() -> Labels.prefix(model.protoName()) + "UNSPECIFIED");
  }

  private static Numbered numbered(CaseModel each) {
    return new Numbered(
        each.protoName(), each.formerNames(), Labels.of(each), each.tag(), each.site());
  }

  /** Without a lock either all names of a type are pinned or none. */
  private Map<String, Integer> numbers(Numbering numbering, List<Numbered> all, boolean mixed) {
    Optional<Numbered> tagged = all.stream().filter(each -> each.tag().isPresent()).findFirst();
    if (tagged.isPresent() && !mixed) {
      all.stream()
          .filter(each -> each.tag().isEmpty())
          .forEach(
              each ->
                  problems.add(
                      Texts.missingNumber(each.site(), each.label(), tagged.get().label())));
      return numbering.of(all.stream().filter(each -> each.tag().isPresent()).toList());
    }
    return numbering.of(all);
  }
}
