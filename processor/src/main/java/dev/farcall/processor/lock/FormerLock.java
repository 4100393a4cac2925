package dev.farcall.processor.lock;

import dev.farcall.processor.model.SchemaModel;
import java.util.List;
import java.util.Optional;

/** The lock that a schema without one had before its proto package was renamed. */
final class FormerLock {

  private FormerLock() {}

  /**
   * Looks for it.
   *
   * @param all what is compiled, that one included
   * @param kept what is kept around its lock
   */
  static Optional<LockFile> of(
      SchemaModel schema, List<SchemaModel> all, List<LockStore.Stored> kept) {
    return kept.stream()
        .flatMap(stored -> LockParser.parse(stored).stream())
        .filter(file -> is(file, schema, all))
        .findFirst();
  }

  /**
   * Whether it probably is: its package is no more, and it has a service of the same name, or where
   * there are none, a message.
   */
  private static boolean is(LockFile file, SchemaModel schema, List<SchemaModel> all) {
    if (all.stream().anyMatch(each -> each.protoPackage().equals(file.protoPackage()))) {
      return false;
    }
    String scope = file.protoPackage() + ".";
    return file.services().isEmpty()
        ? schema.messages().stream()
            .anyMatch(each -> file.message(scope + each.protoName()).isPresent())
        : schema.services().stream()
            .anyMatch(each -> file.service(scope + each.protoName()).isPresent());
  }
}
