package dev.farcall.samples.shop;

import java.io.PrintStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes lines and, below them, the progress: one line that is drawn again and again on a terminal,
 * and otherwise a line for each tenth. Used by one thread; {@link #close()} may be called by
 * another.
 */
final class Screen implements AutoCloseable {

  private static final int WIDTH = 40;

  private final PrintStream out;
  private final boolean terminal;
  private String drawn = "";
  private int tenths;
  private volatile boolean closed;

  Screen(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** Writes to standard output. Run newer JDKs than 21 with {@code -Djdk.console=java.base}. */
  @SuppressWarnings("SystemConsoleNull")
  static Screen standard() {
    return new Screen(System.out, System.console() != null);
  }

  /** A line of text, above the progress. */
  void line(String format, @Nullable Object... arguments) {
    if (closed) {
      return;
    }
    erase();
    out.println(arguments.length == 0 ? format : String.format(Locale.ROOT, format, arguments));
    draw(drawn);
  }

  /** Shows how much is done. */
  void progress(int done, int total, double perSecond) {
    if (closed) {
      return;
    }
    if (terminal) {
      int filled = total == 0 ? WIDTH : (int) ((long) WIDTH * done / total);
      String bar = "=".repeat(filled) + " ".repeat(WIDTH - filled);
      erase();
      draw("[" + bar + "] " + figures(done, total, perSecond));
    } else if (total > 0 && done * 10L / total > tenths) {
      tenths = (int) (done * 10L / total);
      out.println("  " + figures(done, total, perSecond));
    }
  }

  private static String figures(int done, int total, double perSecond) {
    int percent = total == 0 ? 100 : (int) (100L * done / total);
    return String.format(
        Locale.ROOT, "%,d of %,d orders, %d %%, %,.0f/s", done, total, percent, perSecond);
  }

  /** Leaves the progress where it is. */
  void endProgress() {
    if (terminal && !drawn.isEmpty()) {
      out.println();
      drawn = "";
    }
  }

  /** Shows nothing more: what fails while everything is ended is of no interest. */
  @Override
  public void close() {
    closed = true;
  }

  private void erase() {
    if (terminal && !drawn.isEmpty()) {
      out.print("\r" + " ".repeat(drawn.length()) + "\r");
    }
  }

  private void draw(String text) {
    drawn = text;
    if (terminal && !text.isEmpty()) {
      out.print(text);
      out.flush();
    }
  }
}
