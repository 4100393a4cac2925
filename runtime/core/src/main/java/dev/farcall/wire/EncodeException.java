package dev.farcall.wire;

/** A value that its contract cannot carry, found before anything was sent. */
public final class EncodeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says what was found where, as in {@code Order.lines[3] is null; use Optional<…>}. */
  public EncodeException(String message) {
    super(message);
  }
}
