package dev.farcall.processor.lock;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is done with a lock; each is named by {@code farcall.schema.mode}. */
public enum Mode {
  /** Any difference is an error. */
  CHECK,
  /** Compatible differences are written, others are errors. */
  UPDATE,
  /** All differences are written but those that no peer in the field survives. */
  UPDATE_BREAKING,
  /** Numbers are taken from the lock; nothing is compared and nothing written. */
  OFF;

  /** The mode of that name, if there is one. */
  public static Optional<Mode> named(String name) {
    return Arrays.stream(values())
        .filter(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name))
        .findFirst();
  }

  boolean writes() {
    return this == UPDATE || this == UPDATE_BREAKING;
  }
}
