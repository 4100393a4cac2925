package dev.farcall.samples.shop;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps the output readable. */
final class Logs {

  private Logs() {}

  /** Leaves the log to warnings. {@code System.Logger} writes to this one unless told otherwise. */
  static void quiet() {
    Logger.getLogger("").setLevel(Level.WARNING);
  }
}
