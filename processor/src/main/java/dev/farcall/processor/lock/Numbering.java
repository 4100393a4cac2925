package dev.farcall.processor.lock;

import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.Reserved;
import dev.farcall.processor.model.Site;
import dev.farcall.processor.model.TagModel;
import dev.farcall.processor.model.Texts;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Gives numbers to the names of one message or enum: what the lock says, what {@code @Tag} pins,
 * and for new ones the next that was never used, in the order of declaration.
 */
final class Numbering {

  /** The numbers that a field may have, as texts name them. */
  static final String FIELDS = "1 to 536870911 without 19000 to 19999";

  private static final int LARGEST_FIELD = 536_870_911;
  private static final int FIRST_OF_PROTOBUF = 19_000;
  private static final int LAST_OF_PROTOBUF = 19_999;

  private final Known known;
  private final boolean fields;
  private final Problems problems;
  private final Map<Integer, Numbered> owners = new HashMap<>();

  /**
   * @param fields whether these are fields or cases, which have a range of their own, or constants
   */
  Numbering(Known known, boolean fields, Problems problems) {
    this.known = known;
    this.fields = fields;
    this.problems = problems;
  }

  /**
   * What gets a number.
   *
   * @param name in proto
   * @param formerNames in proto
   * @param label as texts name it
   */
  record Numbered(
      String name, List<String> formerNames, String label, Optional<TagModel> tag, Site site) {

    Site place() {
      return tag.map(TagModel::site).orElse(site);
    }
  }

  static boolean isOfField(int number) {
    return number >= 1
        && number <= LARGEST_FIELD
        && (number < FIRST_OF_PROTOBUF || number > LAST_OF_PROTOBUF);
  }

  /** The numbers, by name; what contradicts is told. */
  Map<String, Integer> of(List<Numbered> all) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    for (Numbered each : all) {
      Optional<Integer> recorded = known.number(each.name(), each.formerNames());
      each.tag().ifPresent(tag -> judge(each, tag, recorded));
      each.formerNames().forEach(former -> judge(each, former));
      if (known.reserved().names().contains(each.name())) {
        problems.add(Texts.reservedName(each.site(), each.label(), each.name(), known.place()));
      }
      each.tag()
          .map(TagModel::number)
          .or(() -> recorded)
          .ifPresent(number -> give(each, number, numbers));
    }
    int next = largest(numbers) + 1;
    for (Numbered each : all) {
      if (!numbers.containsKey(each.name())) {
        next =
            fields && next >= FIRST_OF_PROTOBUF && next <= LAST_OF_PROTOBUF
                ? LAST_OF_PROTOBUF + 1
                : next;
        if (fields && next > LARGEST_FIELD) {
          problems.add(Texts.noNumberLeft(each.site(), each.label()));
        }
        give(each, next++, numbers);
      }
    }
    return numbers;
  }

  /** What was used and is not any more, with what was reserved before. */
  Reserved reserved(List<Numbered> all, Map<String, Integer> numbers, List<String> alsoInUse) {
    TreeSet<Integer> gone = new TreeSet<>(known.numbers().values());
    gone.removeAll(numbers.values());
    gone.remove(0);
    gone.addAll(known.reserved().numbers());
    TreeSet<String> names = new TreeSet<>(known.numbers().keySet());
    all.forEach(each -> names.remove(each.name()));
    names.removeAll(alsoInUse);
    names.addAll(known.reserved().names());
    return Reserved.of(gone, names);
  }

  private void judge(Numbered each, TagModel tag, Optional<Integer> recorded) {
    int number = tag.number();
    if (recorded.isPresent()) {
      if (recorded.get() != number) {
        problems.add(
            Texts.otherNumber(tag.site(), each.label(), number, known.place(), recorded.get()));
      }
    } else if (known.reserved().numbers().contains(number)) {
      problems.add(Texts.reservedNumber(tag.site(), each.label(), number, known.place()));
    } else {
      known
          .nameOf(number)
          .ifPresent(
              name ->
                  problems.add(
                      Texts.numberOfAnother(
                          tag.site(), each.label(), number, name, known.place())));
    }
  }

  /** What has a number of its own cannot have been something else that has another. */
  private void judge(Numbered each, String former) {
    Integer number = known.numbers().get(each.name());
    Integer formerNumber = known.numbers().get(former);
    if (number != null && formerNumber != null && !number.equals(formerNumber)) {
      problems.add(
          Texts.wasAnother(
              each.site(),
              each.label(),
              each.name() + " = " + number,
              former + " = " + formerNumber,
              known.place()));
    }
  }

  private void give(Numbered each, int number, Map<String, Integer> numbers) {
    Numbered owner = owners.putIfAbsent(number, each);
    if (owner != null) {
      problems.add(Texts.sameNumber(each.place(), owner.label(), each.label(), number));
    }
    numbers.put(each.name(), number);
  }

  private int largest(Map<String, Integer> given) {
    TreeSet<Integer> used = new TreeSet<>(given.values());
    used.addAll(known.numbers().values());
    used.addAll(known.reserved().numbers());
    return used.isEmpty() ? 0 : Math.max(0, used.last());
  }
}
