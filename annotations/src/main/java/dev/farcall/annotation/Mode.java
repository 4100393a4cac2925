package dev.farcall.annotation;

/**
 * How seriously a policy takes itself. Each has it but a {@link Fallback}: what would have fallen
 * back is what failed, which is counted anyway.
 */
public enum Mode {
  /** It does what it must. */
  ENFORCE,
  /** It counts and tells what it would have done, and does nothing. */
  SHADOW,
  /** It neither counts nor does anything. */
  OFF
}
