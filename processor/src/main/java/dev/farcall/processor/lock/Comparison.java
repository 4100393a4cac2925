package dev.farcall.processor.lock;

import dev.farcall.processor.lock.LockFile.EnumType;
import dev.farcall.processor.lock.LockFile.Message;
import dev.farcall.processor.model.Site;
import dev.farcall.processor.model.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All differences between the lock of a proto package and what a compilation makes of it. */
final class Comparison {

  private final LockFile old;
  private final LockFile now;
  private final List<LockFile> locks;
  private final Sites sites;
  private final Pairs pairs;
  private final List<Change> changes = new ArrayList<>();

  private Comparison(LockFile old, LockFile now, List<LockFile> locks, Sites sites, Pairs pairs) {
    this.old = old;
    this.now = now;
    this.locks = locks;
    this.sites = sites;
    this.pairs = pairs;
  }

  /**
   * The differences, in the order of the file.
   *
   * @param locks all of the compilation: a type may come from another package
   */
  static List<Change> of(
      LockFile old, LockFile now, List<LockFile> locks, Sites sites, Pairs pairs) {
    Comparison comparison = new Comparison(old, now, locks, sites, pairs);
    comparison.types();
    return List.copyOf(comparison.changes);
  }

  private void types() {
    new ServiceComparison(sites, pairs, changes).compare(old, now);
    for (Message message : now.messages()) {
      Optional<Message> former = lookup(pairs.former(message.fullName()), LockFile::message);
      announce(message.fullName(), "message", former.isPresent());
      former.ifPresent(
          known -> new MessageComparison(known, message, sites, pairs, changes).compare());
    }
    for (EnumType type : now.enums()) {
      Optional<EnumType> former = lookup(pairs.former(type.fullName()), LockFile::anEnum);
      announce(type.fullName(), "enum", former.isPresent());
      former.ifPresent(known -> new EnumComparison(known, type, sites, changes).compare());
    }
    old.messages().stream()
        .map(Message::fullName)
        .filter(name -> now.message(pairs.present(name)).isEmpty())
        .forEach(name -> gone(name, "message"));
    old.enums().stream()
        .map(EnumType::fullName)
        .filter(name -> now.anEnum(pairs.present(name)).isEmpty())
        .forEach(name -> gone(name, "enum"));
    if (!old.javaPackage().equals(now.javaPackage())) {
      changes.add(
          Change.compatible(
              "  java_package " + old.javaPackage() + " -> " + now.javaPackage(),
              sites.of(now.protoPackage())));
    }
  }

  private interface Finder<T> {
    Optional<T> find(LockFile file, String fullName);
  }

  private <T> Optional<T> lookup(String fullName, Finder<T> finder) {
    return finder
        .find(old, fullName)
        .or(() -> locks.stream().flatMap(each -> finder.find(each, fullName).stream()).findFirst());
  }

  private void announce(String name, String what, boolean known) {
    Site site = sites.of(name);
    String label = sites.label(name);
    if (pairs.isRenamed(name)) {
      String former = pairs.former(name);
      changes.add(
          Change.breaking(
              "  " + what + " " + former + " -> " + name,
              Texts.typeRenamed(
                  site,
                  label,
                  former,
                  name,
                  what.equals("enum")
                      ? "its constants in JSON and reflection"
                      : "type URLs and reflection")));
    } else if (!known && !isOfRpc(name, now)) {
      String line = "+ " + what + " " + sites.shortName(name);
      Optional<String> moved = pairs.movedFrom(name);
      changes.add(
          moved.isEmpty()
              ? Change.compatible(line, site)
              : Change.impossible(line, Texts.typeMoved(site, label, moved.get(), name)));
    }
  }

  /** Whether it comes and goes with an RPC. */
  private static boolean isOfRpc(String name, LockFile file) {
    return file.services().stream()
        .anyMatch(
            service ->
                service.rpcs().stream()
                    .map(rpc -> service.fullName() + rpc.name())
                    .anyMatch(
                        rpc -> name.equals(rpc + "Request") || name.equals(rpc + "Response")));
  }

  private void gone(String name, String what) {
    boolean elsewhere = !pairs.present(name).equals(name) || pairs.movedTo(name).isPresent();
    if (!elsewhere && !isOfRpc(name, old)) {
      changes.add(Change.compatible("- " + what + " " + sites.shortName(name), sites.of(name)));
    }
  }
}
