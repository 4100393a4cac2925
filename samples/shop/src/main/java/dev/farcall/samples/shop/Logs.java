package dev.farcall.samples.shop;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps the output readable. */
final class Logs {

  /** Held here: the log manager forgets a logger that nobody holds, and its level. */
  private static final Logger ACCESS = Logger.getLogger("dev.farcall.access");

  static {
    System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tT %5$s%6$s%n");
  }

  private Logs() {}

  /** Leaves the log to warnings. {@code System.Logger} writes to this one unless told otherwise. */
  static void quiet() {
    Logger.getLogger("").setLevel(Level.WARNING);
  }

  /** Shows a line for each call that the shop answers. */
  static void showAccess() {
    ACCESS.setLevel(Level.INFO);
  }
}
