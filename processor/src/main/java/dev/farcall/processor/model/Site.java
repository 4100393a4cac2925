package dev.farcall.processor.model;

/**
 * Where in the source a fact was written: an element, an annotation on it, a value of that. Opaque
 * here; only the reading side and the one that prints problems look inside.
 */
public interface Site {

  /** For what no source says. */
  Site NONE = new Site() {};
}
