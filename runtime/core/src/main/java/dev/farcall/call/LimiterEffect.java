package dev.farcall.call;

/** What the end of a call says of the load: the word of a limit of concurrency that adapts. */
public enum LimiterEffect {
  /** There is room for more. */
  GROW,
  /** It was too much. */
  SHRINK,
  /** Nothing either way. */
  IGNORE
}
