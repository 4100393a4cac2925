package dev.farcall.processor.lock;

import dev.farcall.processor.model.EnumModel;
import dev.farcall.processor.model.MessageModel;
import dev.farcall.processor.model.SchemaModel;
import java.util.HashMap;
import java.util.HashSet;
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
  private final Set<String> locked = new HashSet<>();

  Pairs(List<SchemaModel> schemas, List<LockFile> locks) {
    for (LockFile lock : locks) {
      lock.messages().forEach(each -> locked.add(each.fullName()));
      lock.enums().forEach(each -> locked.add(each.fullName()));
    }
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (SchemaModel schema : schemas) {
      for (MessageModel each : schema.messages()) {
        all.put(each.fullName(), each.history().formerNames());
      }
      for (EnumModel each : schema.enums()) {
        all.put(each.fullName(), each.history().formerNames());
      }
    }
    all.forEach(
        (name, former) -> {
          if (!locked.contains(name)) {
            former.stream()
                .filter(each -> locked.contains(each) && !all.containsKey(each))
                .findFirst()
                .ifPresent(each -> pair(each, name));
          }
        });
    all.keySet().stream()
        .filter(name -> !locked.contains(name) && !formerNames.containsKey(name))
        .forEach(name -> lookForMove(name, all.keySet()));
  }

  private void pair(String former, String present) {
    if (presentNames.putIfAbsent(former, present) == null) {
      formerNames.put(present, former);
    }
  }

  /** A type of the same simple name that is gone elsewhere has probably moved here. */
  private void lookForMove(String name, Set<String> present) {
    String simple = simple(name);
    locked.stream()
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
