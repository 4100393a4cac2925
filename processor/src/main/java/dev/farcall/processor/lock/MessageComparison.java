package dev.farcall.processor.lock;

import dev.farcall.processor.lock.LockFile.Field;
import dev.farcall.processor.lock.LockFile.Kind;
import dev.farcall.processor.lock.LockFile.Message;
import dev.farcall.processor.model.Problem;
import dev.farcall.processor.model.Site;
import dev.farcall.processor.model.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The differences of one message, field by field: a number is what a field is known by. */
final class MessageComparison {

  private final Message old;
  private final Message now;
  private final Sites sites;
  private final Pairs pairs;
  private final List<Change> changes;

  MessageComparison(Message old, Message now, Sites sites, Pairs pairs, List<Change> changes) {
    this.old = old;
    this.now = now;
    this.sites = sites;
    this.pairs = pairs;
    this.changes = changes;
  }

  void compare() {
    List<Field> removed = new ArrayList<>(without(old, now));
    for (Field added : without(now, old)) {
      Optional<Field> former = removed.stream().filter(each -> isLike(each, added)).findFirst();
      former.ifPresent(removed::remove);
      former.ifPresentOrElse(each -> renamed(each, added), () -> added(added));
    }
    removed.forEach(this::removed);
    for (Field field : now.fields()) {
      field(old, field.number()).ifPresent(former -> compare(former, field));
    }
    if (old.deprecated() != now.deprecated()) {
      changes.add(
          Change.compatible(
              "  " + sites.shortName(now.fullName()) + deprecation(now.deprecated()),
              sites.of(now.fullName())));
    }
  }

  private static List<Field> without(Message all, Message known) {
    return all.fields().stream().filter(each -> field(known, each.number()).isEmpty()).toList();
  }

  private static Optional<Field> field(Message message, int number) {
    return message.fields().stream().filter(each -> each.number() == number).findFirst();
  }

  /** Whether what is new may be what is gone, under another name. */
  private boolean isLike(Field gone, Field added) {
    boolean sameType =
        pairs.present(gone.type()).equals(added.type())
            || pairs.movedTo(gone.type()).filter(added.type()::equals).isPresent();
    return gone.kind() == added.kind()
        && gone.key().equals(added.key())
        && sameType
        && gone.comment().equals(added.comment());
  }

  private void renamed(Field former, Field added) {
    Problem problem =
        Texts.maybeRenamed(
            site(added),
            label(added),
            label(former),
            "same type, number " + former.number(),
            javaName(former),
            former.comment().required() ? "update-breaking" : "update");
    String line = added(added, "") + "    " + removed(former, "");
    changes.add(
        former.comment().required()
            ? Change.breaking(line, problem)
            : Change.doubtful(line, problem));
  }

  private void added(Field field) {
    String line = added(field, "");
    changes.add(
        field.comment().required()
            ? Change.breaking(
                line,
                Texts.newRequired(
                    site(field),
                    label(field),
                    shownType(field),
                    "Optional<" + shownType(field) + ">"))
            : Change.compatible(line, site(field)));
  }

  private void removed(Field field) {
    String line = removed(field, " (will be reserved)");
    changes.add(
        field.comment().required()
            ? Change.breaking(line, Texts.requiredRemoved(site(field), label(field)))
            : Change.compatible(line, site(field)));
  }

  private String added(Field field, String suffix) {
    return "+ " + label(field) + " = " + field.number() + " (" + declaration(field) + ")" + suffix;
  }

  private String removed(Field field, String suffix) {
    return "- " + label(field) + " = " + field.number() + suffix;
  }

  private void compare(Field former, Field field) {
    Site site = site(field);
    String label = label(field);
    String line = "  " + label + " " + shown(former) + " -> " + shown(field);
    String wasType = pairs.present(former.type());
    boolean moved = pairs.movedTo(former.type()).filter(field.type()::equals).isPresent();
    WireTypes types = WireTypes.of(former, moved ? field.type() : wasType, field);
    int before = changes.size();
    if (types == WireTypes.UNLIKE) {
      changes.add(
          Change.impossible(
              line,
              Texts.typeForAll(site, label, declaration(former), declaration(field), hint(field))));
      return;
    }
    if (types == WireTypes.BINARY) {
      changes.add(
          Change.breaking(
              line,
              Texts.typeForJson(
                  site,
                  label,
                  declaration(former),
                  declaration(field),
                  isLong(former) == isLong(field) ? "" : " (number -> string)")));
    }
    if (field.comment().required() && !former.comment().required()) {
      changes.add(
          Change.breaking(line, Texts.nowRequired(site, label, shown(former), shown(field))));
    } else if (former.comment().required() && !field.comment().required()) {
      changes.add(
          Change.breaking(line, Texts.noLongerRequired(site, label, shown(former), shown(field))));
    } else if (!former.comment().domain().equals(field.comment().domain())) {
      changes.add(
          Change.breaking(line, Texts.otherValues(site, label, domain(former), domain(field))));
    }
    if (!former.jsonName().equals(field.jsonName()) && field.kind() != Kind.CASE) {
      changes.add(
          Change.breaking(line, Texts.jsonName(site, label, former.jsonName(), field.jsonName())));
    } else if (!former.jsonName().equals(field.jsonName())) {
      changes.add(
          Change.breaking(
              line, Texts.constantRenamed(site, "Case " + label, "'" + former.jsonName() + "'")));
    }
    if (changes.size() == before && !same(former, field, moved ? field.type() : wasType)) {
      changes.add(Change.compatible(line, site));
    }
  }

  private static boolean same(Field former, Field field, String formerType) {
    return former.name().equals(field.name())
        && former.kind() == field.kind()
        && formerType.equals(field.type())
        && former.key().equals(field.key())
        && former.comment().equals(field.comment())
        && former.deprecated() == field.deprecated();
  }

  private static boolean isLong(Field field) {
    return field.type().endsWith("64");
  }

  private static String hint(Field field) {
    return field.type().contains(".") ? "; or, if the type was renamed, write @Was on it" : "";
  }

  private String domain(Field field) {
    String domain = field.comment().domain();
    return domain.isEmpty()
        ? "any " + (field.kind() == Kind.MAP ? declaration(field) : field.type())
        : domain;
  }

  /** All that is compared of a field, in one line. */
  private String shown(Field field) {
    String comment = field.comment().toString();
    return declaration(field)
        + " "
        + field.name()
        + (field.deprecated() ? " deprecated" : "")
        + (comment.isEmpty() ? "" : " // " + comment);
  }

  private String declaration(Field field) {
    return new Field(
            field.name(),
            field.number(),
            field.kind(),
            field.key(),
            sites.shortName(field.type()),
            field.jsonName(),
            field.deprecated(),
            field.comment(),
            field.line())
        .declaration();
  }

  /** The Java type as far as the lock knows it. */
  private String shownType(Field field) {
    List<String> types = field.comment().types();
    if (!types.isEmpty()) {
      return types.get(0).replaceAll(" \\(.*", "");
    }
    return switch (field.type()) {
      case "google.protobuf.Timestamp" -> "Instant";
      case "google.protobuf.Duration" -> "Duration";
      default -> sites.shortName(field.type());
    };
  }

  /** The name before was one of Java's: what JSON calls it, unless that was given. */
  private static String javaName(Field field) {
    return field.kind() == Kind.CASE
        ? field.type().substring(field.type().lastIndexOf('.') + 1)
        : LockParser.jsonName(field.name());
  }

  static String deprecation(boolean deprecated) {
    return deprecated ? " is deprecated" : " is not deprecated any more";
  }

  private Site site(Field field) {
    return sites.of(now.fullName() + "." + field.name());
  }

  private String label(Field field) {
    String known = sites.label(now.fullName() + "." + field.name());
    boolean gone = field(now, field.number()).isEmpty();
    return gone ? sites.label(now.fullName()) + "." + LockParser.jsonName(field.name()) : known;
  }
}
