package dev.farcall.processor.analysis;

import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.Site;
import dev.farcall.processor.model.Texts;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Gives numbers to names: those of {@code @Tag}, or the order of declaration. Within one type
 * either all or none are tagged.
 */
final class Numbering {

  private static final int LARGEST_FIELD = 536_870_911;

  private final Problems problems;

  Numbering(Problems problems) {
    this.problems = problems;
  }

  /**
   * What gets a number.
   *
   * @param name unique in its type
   * @param label as texts name it
   */
  record Numbered(String name, String label, Optional<Mark> tag, Site site) {}

  /** Numbers for fields and cases: 1 to 536,870,911 without protobuf's own 19,000 to 19,999. */
  Map<String, Integer> ofFields(List<Numbered> all) {
    return numbers(
        all,
        number -> number >= 1 && number <= LARGEST_FIELD && (number < 19_000 || number > 19_999),
        "1..536870911 without 19000..19999");
  }

  /** Numbers for enum constants but the one that is zero. */
  Map<String, Integer> ofConstants(List<Numbered> all) {
    return numbers(all, number -> number != 0, "all but 0, which is that of the absent value");
  }

  private Map<String, Integer> numbers(List<Numbered> all, IntPredicate allowed, String range) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    Optional<Numbered> tagged = all.stream().filter(each -> each.tag().isPresent()).findFirst();
    if (tagged.isEmpty()) {
      all.forEach(each -> numbers.put(each.name(), numbers.size() + 1));
      return numbers;
    }
    Map<Integer, Numbered> owners = new HashMap<>();
    for (Numbered each : all) {
      if (each.tag().isEmpty()) {
        problems.add(Texts.missingNumber(each.site(), each.label(), tagged.get().label()));
        continue;
      }
      int number = each.tag().get().number("value");
      Site site = each.site() instanceof JavacSite ? each.tag().get().site("value") : each.site();
      if (!allowed.test(number)) {
        problems.add(Texts.badNumber(site, each.label(), number, range));
      }
      Numbered owner = owners.putIfAbsent(number, each);
      if (owner != null) {
        problems.add(Texts.sameNumber(site, owner.label(), each.label(), number));
      }
      numbers.put(each.name(), number);
    }
    return numbers;
  }
}
