package dev.farcall.processor.lock;

import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.Site;
import dev.farcall.processor.model.Texts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The locks of proto packages that nothing declares any more, as when the last service of a package
 * was deleted: no schema asks for them, so they are looked for at the end of a compilation. They
 * are told of and not deleted, since nobody but their owner knows whose they are.
 */
public final class OrphanedLocks {

  private final LockStore store;
  private final Mode mode;
  private final Set<String> declared;
  private final NotCompiled notCompiled;
  private final Problems problems;

  /**
   * @param mode as given, if it is
   * @param declared the proto packages of what is compiled
   */
  public OrphanedLocks(
      LockStore store,
      Optional<Mode> mode,
      Set<String> declared,
      NotCompiled notCompiled,
      Problems problems) {
    this.store = store;
    this.mode = mode.orElse(Mode.CHECK);
    this.declared = declared;
    this.notCompiled = notCompiled;
    this.problems = problems;
  }

  /** Tells of them. */
  public void tell() {
    if (mode == Mode.OFF) {
      return;
    }
    store.all().stream()
        .filter(LockStore.Stored::isOurs)
        .flatMap(stored -> LockParser.parse(stored).stream())
        .filter(lock -> !declared.contains(lock.protoPackage()) && !isInPart(lock))
        .forEach(this::tell);
  }

  /** Whether something of it is there and not compiled, which must not be taken for removed. */
  private boolean isInPart(LockFile lock) {
    String generated = lock.javaPackage(); // of what protoc generates, which is below
    String javaPackage = generated.equals("proto") ? "" : generated.replaceFirst("\\.proto$", "");
    Stream<String> names =
        Stream.of(
                lock.services().stream().map(LockFile.Service::fullName),
                lock.messages().stream().map(LockFile.Message::fullName),
                lock.enums().stream().map(LockFile.EnumType::fullName))
            .flatMap(each -> each)
            .map(name -> join(javaPackage, within(lock.protoPackage(), name)));
    return notCompiled.schema(javaPackage, lock.protoPackage())
        || names.anyMatch(notCompiled::type);
  }

  private static String within(String protoPackage, String fullName) {
    return protoPackage.isEmpty() ? fullName : fullName.substring(protoPackage.length() + 1);
  }

  private static String join(String javaPackage, String name) {
    return javaPackage.isEmpty() ? name : javaPackage + "." + name;
  }

  private void tell(LockFile lock) {
    List<String> services = lock.services().stream().map(LockFile.Service::fullName).toList();
    boolean accepted = mode == Mode.UPDATE_BREAKING || (mode == Mode.UPDATE && services.isEmpty());
    if (accepted) {
      problems.add(Texts.deleteLock(Site.NONE, lock.shownAs(), lock.protoPackage()));
    } else if (services.isEmpty()) {
      problems.add(Texts.schemaUnused(Site.NONE, lock.shownAs(), lock.protoPackage()));
    } else {
      problems.add(Texts.schemaRemoved(Site.NONE, lock.shownAs(), services, lock.protoPackage()));
    }
  }
}
