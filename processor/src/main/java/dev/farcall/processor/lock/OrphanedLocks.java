package dev.farcall.processor.lock;

import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.Site;
import dev.farcall.processor.model.Texts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The locks of proto packages that nothing declares any more, as when the last service of a package
 * was deleted: no schema asks for them, so they are looked for at the end of a compilation.
 */
public final class OrphanedLocks {

  private final LockStore store;
  private final Mode mode;
  private final Set<String> declared;
  private final Predicate<String> inPart;
  private final Problems problems;

  /**
   * @param mode as given, if it is
   * @param declared the proto packages of what is compiled
   * @param inPart whether something of the Java package of that name is not compiled now
   */
  public OrphanedLocks(
      LockStore store,
      Optional<Mode> mode,
      Set<String> declared,
      Predicate<String> inPart,
      Problems problems) {
    this.store = store;
    this.mode = mode.orElse(Mode.CHECK);
    this.declared = declared;
    this.inPart = inPart;
    this.problems = problems;
  }

  /** Tells of them, or deletes those that the mode allows. */
  public void settle() {
    if (mode == Mode.OFF) {
      return;
    }
    for (LockStore.Stored stored : store.all()) {
      Optional<LockFile> lock = stored.isOurs() ? LockParser.parse(stored) : Optional.empty();
      lock.filter(this::isOrphaned).ifPresent(each -> settle(stored, each));
    }
  }

  private boolean isOrphaned(LockFile lock) {
    return !declared.contains(lock.protoPackage()) && !inPart.test(javaPackage(lock));
  }

  /** Where its types were; the option names that of what protoc generates, which is below. */
  private static String javaPackage(LockFile lock) {
    String generated = lock.javaPackage();
    return generated.equals("proto") ? "" : generated.replaceFirst("\\.proto$", "");
  }

  private void settle(LockStore.Stored stored, LockFile lock) {
    List<String> services = lock.services().stream().map(LockFile.Service::fullName).toList();
    boolean breaks = !services.isEmpty();
    if (mode == Mode.UPDATE_BREAKING || (mode == Mode.UPDATE && !breaks)) {
      delete(stored, lock);
    } else if (breaks) {
      problems.add(Texts.schemaRemoved(Site.NONE, stored.shownAs(), services, lock.protoPackage()));
    } else {
      problems.add(Texts.schemaUnused(Site.NONE, stored.shownAs(), lock.protoPackage()));
    }
  }

  private void delete(LockStore.Stored stored, LockFile lock) {
    try {
      store.delete(stored);
      problems.add(Texts.lockDeleted(Site.NONE, stored.shownAs(), lock.protoPackage()));
    } catch (LockStore.NowhereException failed) {
      problems.add(Texts.lockNotDeleted(Site.NONE, stored.shownAs(), failed.found()));
    }
  }
}
