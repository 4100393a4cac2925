package dev.farcall.benchmarks.report;

import java.util.Locale;

/**
 * One kind of figure in a {@link Table}.
 *
 * @param title what it is, as in {@code calls/s}
 * @param unit stands behind each figure, as in {@code us}; may be empty
 * @param digits behind the point
 * @param compared whether each figure has its ratio to that of the first row in brackets
 */
public record Column(String title, String unit, int digits, boolean compared) {

  /** A figure whose ratio to the first row is told. */
  public static Column compared(String title, String unit, int digits) {
    return new Column(title, unit, digits, true);
  }

  /** A figure that stands by itself. */
  public static Column plain(String title, String unit, int digits) {
    return new Column(title, unit, digits, false);
  }

  /** A cell: empty where nothing was measured, which is {@code NaN}. */
  String cell(double figure, double base) {
    if (Double.isNaN(figure)) {
      return "";
    }
    String text = String.format(Locale.ROOT, "%,." + digits + "f", figure);
    String suffix = unit.isEmpty() ? "" : " " + unit;
    return compared && base != 0 && !Double.isNaN(base)
        ? text + suffix + String.format(Locale.ROOT, " (%.2f)", figure / base)
        : text + suffix;
  }
}
