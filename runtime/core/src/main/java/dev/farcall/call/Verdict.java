package dev.farcall.call;

/** What the end of a call says of the method that was called: the word of a circuit breaker. */
public enum Verdict {
  /** It works. */
  SUCCESS,
  /** It does not. */
  FAILURE,
  /** Nothing either way: neither counted nor held against anyone. */
  IGNORE
}
