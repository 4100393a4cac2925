package dev.farcall.processor.lock;

import dev.farcall.processor.lock.LockFile.EnumType;
import dev.farcall.processor.lock.LockFile.Value;
import dev.farcall.processor.model.Site;
import dev.farcall.processor.model.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The differences of one enum, number by number. */
final class EnumComparison {

  private final EnumType old;
  private final EnumType now;
  private final Sites sites;
  private final List<Change> changes;

  EnumComparison(EnumType old, EnumType now, Sites sites, List<Change> changes) {
    this.old = old;
    this.now = now;
    this.sites = sites;
    this.changes = changes;
  }

  void compare() {
    boolean sameZero = zero();
    List<Value> removed = new ArrayList<>(without(old, now));
    List<Value> added = without(now, old);
    if (sameZero && removed.size() == 1 && added.size() == 1) {
      renamed(removed.get(0), added.get(0));
    } else {
      added.forEach(
          each ->
              changes.add(
                  Change.compatible("+ " + label(each) + " = " + each.number(), site(each))));
      removed.forEach(
          each ->
              changes.add(
                  Change.compatible(
                      "- " + label(each) + " = " + each.number() + " (will be reserved)",
                      site(each))));
    }
    for (int number : now.values().stream().map(Value::number).distinct().toList()) {
      first(old, number).ifPresent(former -> compare(former, first(now, number).orElseThrow()));
    }
    if (old.deprecated() != now.deprecated()) {
      changes.add(
          Change.compatible(
              "  "
                  + sites.shortName(now.fullName())
                  + MessageComparison.deprecation(now.deprecated()),
              sites.of(now.fullName())));
    }
  }

  /** Zero has the same name whichever constant it is; whether it is the one that it was. */
  private boolean zero() {
    String was = first(old, 0).map(Value::constant).orElse("");
    String is = first(now, 0).map(Value::constant).orElse("");
    if (was.equals(is) || (was.isEmpty() && !numbered(old, is))) {
      return true;
    }
    changes.add(
        Change.breaking(
            "  " + sites.shortName(now.fullName()) + " 0 was " + shown(was) + ", is " + shown(is),
            Texts.otherZero(
                sites.of(now.fullName()), sites.label(now.fullName()), shown(was), shown(is))));
    return false;
  }

  /** Whether a constant had a number of its own. */
  private static boolean numbered(EnumType type, String constant) {
    String name = Labels.prefix(constant);
    return type.values().stream()
        .anyMatch(each -> each.number() != 0 && (type.constant(each) + "_").equals(name));
  }

  private static String shown(String constant) {
    return constant.isEmpty() ? "no value" : constant;
  }

  private void renamed(Value former, Value added) {
    changes.add(
        Change.doubtful(
            "+ "
                + label(added)
                + " = "
                + added.number()
                + "    - "
                + label(former)
                + " = "
                + former.number()
                + " (will be reserved)",
            Texts.maybeRenamed(
                site(added),
                label(added),
                label(former),
                "number " + former.number(),
                constant(former),
                "update")));
  }

  /** The first name of each number is the one that is sent. */
  private void compare(Value former, Value value) {
    Site site = site(value);
    String line = "  " + label(value) + " was " + label(former);
    if (!constant(former).equals(constant(value))) {
      changes.add(
          Change.breaking(line, Texts.constantRenamed(site, label(value), constant(former))));
      return;
    }
    List<String> names = names(now, value.number());
    List<String> formerNames = names(old, value.number());
    for (String alias : formerNames) {
      if (!names.contains(alias)) {
        changes.add(
            Change.breaking("- alias " + alias, Texts.aliasRemoved(site, label(value), alias)));
      }
    }
    if (former.deprecated() != value.deprecated()) {
      changes.add(
          Change.compatible(
              "  " + label(value) + MessageComparison.deprecation(value.deprecated()), site));
    } else if (names.size() > formerNames.size()) {
      changes.add(Change.compatible("+ alias of " + label(value), site));
    }
  }

  private static List<Value> without(EnumType all, EnumType known) {
    return all.values().stream()
        .filter(each -> first(known, each.number()).isEmpty())
        .filter(each -> first(all, each.number()).filter(each::equals).isPresent())
        .toList();
  }

  private static Optional<Value> first(EnumType type, int number) {
    return type.values().stream().filter(each -> each.number() == number).findFirst();
  }

  private List<String> names(EnumType type, int number) {
    return type.values().stream()
        .filter(each -> each.number() == number)
        .map(this::constant)
        .toList();
  }

  private Site site(Value value) {
    return sites.of(now.fullName() + "." + value.name());
  }

  private String label(Value value) {
    String known = sites.label(now.fullName() + "." + value.name());
    return first(now, value.number()).filter(value::equals).isPresent()
            && !known.equals(sites.shortName(now.fullName() + "." + value.name()))
        ? known
        : sites.label(now.fullName()) + "." + constant(value);
  }

  private String constant(Value value) {
    return (old.values().contains(value) ? old : now).constant(value);
  }
}
