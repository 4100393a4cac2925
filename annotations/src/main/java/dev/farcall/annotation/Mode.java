package dev.farcall.annotation;

/** How seriously a policy takes itself. */
public enum Mode {
  /** It rejects what it must. */
  ENFORCE,
  /** It counts and tells what it would have rejected, and rejects nothing. */
  SHADOW,
  /** It neither counts nor rejects. */
  OFF
}
