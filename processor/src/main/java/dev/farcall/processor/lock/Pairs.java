package dev.farcall.processor.lock;

import dev.farcall.processor.model.EnumModel;
import dev.farcall.processor.model.MessageModel;
import dev.farcall.processor.model.SchemaModel;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which message or enum of now is which one of a lock: by name, else by {@code @Was}. Over all
 * proto packages of a compilation, since types move between them.
 */
final class Pairs {

  private final Map<String, String> formerNames = new HashMap<>();
  private final Map<String, String> presentNames = new HashMap<>();
  private final Map<String, String> movedFrom = new HashMap<>();

  /** What a lock has in each type, by name. */
  private final Map<String, Set<String>> locked = new HashMap<>();

  Pairs(List<SchemaModel> schemas, List<LockFile> locks) {
    for (LockFile lock : locks) {
      lock.messages().forEach(each -> locked.put(each.fullName(), Members.of(each)));
      lock.enums().forEach(each -> locked.put(each.fullName(), Members.of(each)));
    }
    Map<String, List<String>> all = new LinkedHashMap<>();
    Map<String, Set<String>> members = new LinkedHashMap<>();
    for (SchemaModel schema : schemas) {
      for (MessageModel each : schema.messages()) {
        all.put(each.fullName(), each.history().formerNames());
        members.put(each.fullName(), Members.of(each));
      }
      for (EnumModel each : schema.enums()) {
        all.put(each.fullName(), each.history().formerNames());
        members.put(each.fullName(), Members.of(each));
      }
    }
    all.forEach(
        (name, former) -> {
          if (!locked.containsKey(name)) {
            former.stream()
                .filter(each -> locked.containsKey(each) && !all.containsKey(each))
                .findFirst()
                .ifPresent(each -> pair(each, name));
          }
        });
    members.forEach(
        (name, its) -> {
          if (!locked.containsKey(name) && !formerNames.containsKey(name)) {
            lookForMove(name, its, members.keySet());
          }
        });
  }

  private void pair(String former, String present) {
    if (presentNames.putIfAbsent(former, present) == null) {
      formerNames.put(present, former);
    }
  }

  /**
   * A type of the same simple name that is gone elsewhere, and like it, has probably moved here.
   */
  private void lookForMove(String name, Set<String> its, Set<String> present) {
    String simple = simple(name);
    locked.entrySet().stream()
        .filter(each -> Members.areAlike(each.getValue(), its))
        .map(Map.Entry::getKey)
        .filter(each -> simple(each).equals(simple))
        .filter(each -> !present.contains(each) && !presentNames.containsKey(each))
        .sorted()
        .findFirst()
        .ifPresent(each -> movedFrom.put(name, each));
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** The name that something has in a lock; its own if it is new. */
  String former(String present) {
    return formerNames.getOrDefault(present, present);
  }

  /** The name that something of a lock has now; the same if it is gone. */
  String present(String former) {
    return presentNames.getOrDefault(former, former);
  }

  /** Whether something was renamed, and says so. */
  boolean isRenamed(String present) {
    return formerNames.containsKey(present);
  }

  /** What a new type probably was, though it does not say so. */
  Optional<String> movedFrom(String present) {
    return Optional.ofNullable(movedFrom.get(present));
  }

  /** The same for a former name: what it probably is now. */
  Optional<String> movedTo(String former) {
    return movedFrom.entrySet().stream()
        .filter(each -> each.getValue().equals(former))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
