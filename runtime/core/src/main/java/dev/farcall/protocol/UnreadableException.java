package dev.farcall.protocol;

import static java.util.Objects.requireNonNull;

import dev.farcall.annotation.Code;

/** A message from a peer cannot be read; its text is fit to be told to the peer. No stack trace. */
public final class UnreadableException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Code code;

  UnreadableException(Code code, String message) {
    super(requireNonNull(message, "message"), null, false, false);
    this.code = requireNonNull(code, "code");
  }

  /** It is over the limit, as it came or after decompression. */
  static UnreadableException tooLarge(int maxBytes) {
    return new UnreadableException(
        Code.RESOURCE_EXHAUSTED, "the message is over the limit of " + maxBytes + " bytes");
  }

  /** The status to end the call with. */
  public Code code() {
    return code;
  }
}
