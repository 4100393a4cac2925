package dev.farcall.processor.lock;

import dev.farcall.processor.model.Reserved;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the lock says of the numbers of one message or enum.
 *
 * @param place of it in the lock, as in {@code orders.proto:12}
 * @param numbers by proto name
 */
record Known(String place, Map<String, Integer> numbers, Reserved reserved) {

  /** Nothing. */
  static final Known NOTHING = new Known("", Map.of(), Reserved.NONE);

  static Known of(LockFile file, LockFile.Message message) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    message.fields().forEach(each -> numbers.put(each.name(), each.number()));
    return new Known(file.shownAs() + ":" + message.line(), numbers, message.reserved());
  }

  /**
   * Of an enum, whose constants begin with its name.
   *
   * @param protoName that it has now
   */
  static Known of(LockFile file, LockFile.EnumType type, String protoName) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    type.values()
        .forEach(
            each -> numbers.put(Labels.prefix(protoName) + type.constant(each), each.number()));
    return new Known(file.shownAs() + ":" + type.line(), numbers, type.reserved());
  }

  /** The number of the first of the names that has one. */
  Optional<Integer> number(String name, List<String> formerNames) {
    Integer number = numbers.get(name);
    for (int i = 0; number == null && i < formerNames.size(); i++) {
      number = numbers.get(formerNames.get(i));
    }
    return Optional.ofNullable(number);
  }

  /** The name that has a number. */
  Optional<String> nameOf(int number) {
    return numbers.entrySet().stream()
        .filter(each -> each.getValue() == number)
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
