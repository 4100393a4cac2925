package dev.farcall.benchmarks.report;

import java.util.List;
import java.util.Locale;

/** The few shapes that charts need, written as SVG that is readable on white and on black. */
final class Svg {

  /** Told apart by most people who see colours differently (Okabe and Ito). */
  static final List<String> COLOURS =
      List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#999999");

  private final StringBuilder text = new StringBuilder();

  Svg(int width, int height, String title) {
    text.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
                + " font-family=\"sans-serif\" font-size=\"12\">%n"
                + "<title>%s</title>%n"
                + "<style>text{fill:#24292f}.grid{stroke:#8884}"
                + "@media(prefers-color-scheme:dark){text{fill:#d0d7de}}</style>%n",
            width,
            height,
            escape(title)));
  }

  void rect(double x, double y, double width, double height, String colour) {
    add(
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>%n",
        x, y, width, height, colour);
  }

  void gridLine(double x1, double y1, double x2, double y2) {
    add("<line class=\"grid\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n", x1, y1, x2, y2);
  }

  void dot(double x, double y, String colour) {
    add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>%n", x, y, colour);
  }

  /** A line through points that are x and y in turn. */
  void polyline(double[] points, String colour) {
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < points.length; i += 2) {
      list.append(String.format(Locale.ROOT, "%.1f,%.1f ", points[i], points[i + 1]));
    }
    add(
        "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%n",
        list.toString().strip(), colour);
  }

  /** Text with its baseline at y; {@code anchor} is start, middle or end. */
  void text(double x, double y, String anchor, String what) {
    add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, escape(what));
  }

  String end() {
    return text.append("</svg>").append(System.lineSeparator()).toString();
  }

  private void add(String format, Object... arguments) {
    text.append(String.format(Locale.ROOT, format, arguments));
  }

  private static String escape(String what) {
    return what.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("`", "");
  }
}
