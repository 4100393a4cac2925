package dev.farcall.call;

/** How many payloads a call carries each way. */
public enum Kind {
  /** One there, one back. */
  UNARY(false, false),
  /** One there, a stream back. */
  SERVER_STREAMING(false, true),
  /** A stream there, one back. */
  CLIENT_STREAMING(true, false),
  /** A stream each way. */
  BIDI_STREAMING(true, true);

  private final boolean requestStream;
  private final boolean responseStream;

  Kind(boolean requestStream, boolean responseStream) {
    this.requestStream = requestStream;
    this.responseStream = responseStream;
  }

  /** Whether the request's body is a stream. */
  public boolean requestStream() {
    return requestStream;
  }

  /** Whether the response's body is a stream. */
  public boolean responseStream() {
    return responseStream;
  }
}
