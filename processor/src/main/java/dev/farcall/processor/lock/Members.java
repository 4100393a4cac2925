package dev.farcall.processor.lock;

import dev.farcall.processor.model.EnumModel;
import dev.farcall.processor.model.MessageModel;
import dev.farcall.processor.model.MessageModel.Body;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;

/** The proto names of what a message or an enum has: by them a type is known again. */
final class Members {

  private Members() {}

  static Set<String> of(LockFile.Message message) {
    return message.fields().stream().map(LockFile.Field::name).collect(Collectors.toSet());
  }

  static Set<String> of(LockFile.EnumType type) {
    return type.values().stream()
        .filter(each -> each.number() != 0)
        .map(LockFile.Value::name)
        .collect(Collectors.toSet());
  }

  static Set<String> of(MessageModel message) {
    return message.body() instanceof Body.Oneof oneof
        ? oneof.cases().stream().map(each -> each.protoName()).collect(Collectors.toSet())
        : message.body().fields().stream()
            .map(each -> each.protoName())
            .collect(Collectors.toSet());
  }

  static Set<String> of(EnumModel model) {
    return model.constants().stream()
        .map(EnumModel.Constant::protoName)
        .collect(Collectors.toSet());
  }

  /** Whether they have something in common, or both have nothing. */
  static boolean areAlike(Set<String> some, Set<String> others) {
    return some.isEmpty() ? others.isEmpty() : !Collections.disjoint(some, others);
  }
}
