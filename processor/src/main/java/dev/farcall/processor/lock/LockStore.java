package dev.farcall.processor.lock;

import dev.farcall.processor.model.SchemaModel;
import java.util.List;
import java.util.Optional;

/** Where locks are kept. */
public interface LockStore {

  /**
   * The lock of a schema.
   *
   * @param shownAs where it is, as texts show it
   */
  record Stored(String shownAs, String text) {

    /** Whether it says of itself that we have written it. */
    boolean isOurs() {
      return text.lines()
          .takeWhile(line -> line.isBlank() || line.startsWith("//"))
          .anyMatch(SchemaModel.HEADER::equals);
    }
  }

  /**
   * What is kept of a schema.
   *
   * @throws UnreadableException if there is something, and it cannot be read
   */
  Optional<Stored> find(SchemaModel schema) throws UnreadableException;

  /** All that is kept where that of a schema is looked for, or would be. */
  List<Stored> around(SchemaModel schema);

  /** All that is kept where the locks of what is compiled are. */
  List<Stored> all();

  /**
   * Keeps a schema, in place of what was kept of it.
   *
   * @return where, as texts show it
   * @throws NowhereException if there is no place for it
   */
  String write(SchemaModel schema, String text) throws NowhereException;

  /** There is a lock, and it cannot be read: it is not to be taken for none. */
  @SuppressWarnings("serial") // never serialised
  final class UnreadableException extends Exception {

    /**
     * @param found where, and why
     */
    public UnreadableException(String found) {
      super(found);
    }

    /** Where, and why. */
    public String found() {
      return String.valueOf(getMessage());
    }
  }

  /** There is no place for a lock, or it cannot be written. */
  @SuppressWarnings("serial") // never serialised
  final class NowhereException extends Exception {

    /**
     * @param found what was found instead
     */
    public NowhereException(String found) {
      super(found);
    }

    /** What was found instead. */
    public String found() {
      return String.valueOf(getMessage());
    }
  }
}
