package dev.farcall.processor.lock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds what a merge of two branches has left in a lock although it cannot be. */
final class Merges {

  private final LockFile file;
  private final List<String> found = new ArrayList<>();

  private Merges(LockFile file) {
    this.file = file;
  }

  /** What cannot be, each with its line. */
  static List<String> in(LockFile file) {
    Merges merges = new Merges(file);
    merges.find();
    return List.copyOf(merges.found);
  }

  private void find() {
    Names types = new Names();
    for (LockFile.Message message : file.messages()) {
      types.add(message.fullName(), message.line());
      Names names = new Names();
      Numbers numbers = new Numbers();
      for (LockFile.Field field : message.fields()) {
        names.add(field.name(), field.line());
        numbers.add(field.number(), field.name(), field.line());
      }
      reserved(message.reserved().names(), names.known.keySet(), message.line());
      reserved(message.reserved().numbers(), numbers.known.keySet(), message.line());
    }
    for (LockFile.EnumType type : file.enums()) {
      types.add(type.fullName(), type.line());
      Names names = new Names();
      Set<Integer> numbers = new TreeSet<>();
      for (LockFile.Value value : type.values()) {
        names.add(value.name(), value.line());
        numbers.add(value.number());
      }
      unmarkedAliases(type);
      reserved(type.reserved().names(), names.known.keySet(), type.line());
      reserved(type.reserved().numbers(), numbers, type.line());
    }
    for (LockFile.Service service : file.services()) {
      types.add(service.fullName(), service.line());
      Names names = new Names();
      service.rpcs().forEach(rpc -> names.add(rpc.name(), rpc.line()));
    }
  }

  /** An alias of ours is deprecated: it is a former name. */
  private void unmarkedAliases(LockFile.EnumType type) {
    Numbers numbers = new Numbers();
    type.values().stream()
        .filter(value -> !value.deprecated() || !numbers.known.containsKey(value.number()))
        .forEach(value -> numbers.add(value.number(), value.name(), value.line()));
  }

  private <T> void reserved(List<T> reserved, Set<T> used, int line) {
    for (T each : reserved) {
      if (used.contains(each)) {
        tell(line, "'" + each + "' is both reserved and used");
      }
    }
  }

  private void tell(int line, String what) {
    found.add(file.shownAs() + ":" + line + ": " + what);
  }

  private final class Names {
    private final Map<String, Integer> known = new HashMap<>();

    void add(String name, int line) {
      Integer other = known.putIfAbsent(name, line);
      if (other != null) {
        tell(line, "'" + name + "' stands on line " + other + " too");
      }
    }
  }

  private final class Numbers {
    private final Map<Integer, String> known = new HashMap<>();

    void add(int number, String name, int line) {
      String other = known.putIfAbsent(number, name);
      if (other != null) {
        tell(line, "number " + number + " is used by both '" + other + "' and '" + name + "'");
      }
    }
  }
}
