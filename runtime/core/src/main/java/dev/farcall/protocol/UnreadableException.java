package dev.farcall.protocol;

import static java.util.Objects.requireNonNull;

import dev.farcall.annotation.Code;

/** A message from a peer cannot be read; its text is fit to be told to the peer. No stack trace. */
public final class UnreadableException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Code code;

  public UnreadableException(Code code, String message) {
    super(requireNonNull(message, "message"), null, false, false);
    this.code = requireNonNull(code, "code");
  }

  /** It is over the limit, as it came or after decompression. */
  public static UnreadableException tooLarge(int maxBytes) {
    return new UnreadableException(
        Code.RESOURCE_EXHAUSTED, "the message is over the limit of " + maxBytes + " bytes");
  }

  /** It is not what its compression says. */
  public static UnreadableException notCompressedAs(String encoding) {
    return new UnreadableException(
        Code.INVALID_ARGUMENT, "the message cannot be decompressed (expected: " + encoding + ")");
  }

  /** The status to end the call with. */
  public Code code() {
    return code;
  }
}
