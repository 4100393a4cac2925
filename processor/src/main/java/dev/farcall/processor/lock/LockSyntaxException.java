package dev.farcall.processor.lock;

/** A lock that is not in the form in which we write it. */
@SuppressWarnings("serial") // never serialised
final class LockSyntaxException extends Exception {

  private final boolean merge;

  private LockSyntaxException(String message, boolean merge) {
    super(message);
    this.merge = merge;
  }

  static LockSyntaxException at(String file, int line, String found) {
    return new LockSyntaxException(file + ":" + line + ": " + found, false);
  }

  /** The marks of a merge that nobody has resolved. */
  static LockSyntaxException conflict(String file, int line, String found) {
    return new LockSyntaxException(file + ":" + line + ": " + found, true);
  }

  /** Whether it is the result of a merge. */
  boolean isMerge() {
    return merge;
  }

  String what() {
    return String.valueOf(getMessage());
  }
}
