package dev.farcall.simulation;

import dev.farcall.simulation.Simulation.Row;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/** The rows of a simulation as a drawing. */
final class Plot {

  private static final int WIDTH = 640;
  private static final int HEIGHT = 300;
  private static final int LEFT = 60;
  private static final int BOTTOM = 40;
  private static final int TOP = 30;

  private final List<Row> rows;
  private final double highest;
  private final StringBuilder svg = new StringBuilder();

  private Plot(List<Row> rows) {
    this.rows = rows;
    this.highest =
        1.1 * rows.stream().mapToInt(row -> Math.max(row.sent, row.offered)).max().orElse(1);
  }

  static String of(String title, List<Row> rows) {
    return new Plot(rows).draw(title);
  }

  private String draw(String title) {
    add("<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d'", WIDTH, HEIGHT);
    svg.append(" font-family='sans-serif' font-size='12'>\n");
    add("<rect width='%d' height='%d' fill='white'/>%n", WIDTH, HEIGHT);
    add(
        "<rect x='%.1f' y='%d' width='%.1f' height='%d' fill='#fbe9e7'/>%n",
        x(Trouble.BEGINS), TOP, x(Trouble.ENDS) - x(Trouble.BEGINS), HEIGHT - TOP - BOTTOM);
    add("<text x='%d' y='18' font-weight='bold'>%s</text>%n", LEFT, title);
    for (int second = 0; second <= Trouble.SECONDS; second += 15) {
      add("<text x='%.1f' y='%d'>%d s</text>%n", x(second), HEIGHT - BOTTOM + 18, second);
    }
    for (int part = 0; part <= 4; part++) {
      double perSecond = highest / 4 * part / 5; // a row is of five seconds
      add("<text x='8' y='%.1f'>%.0f/s</text>%n", y(highest / 4 * part), perSecond);
      add(
          "<line x1='%d' x2='%d' y1='%.1f' y2='%.1f' stroke='#e0e0e0'/>%n",
          LEFT, WIDTH - 10, y(highest / 4 * part), y(highest / 4 * part));
    }
    line("offered", "#616161", 0, row -> row.offered);
    line("sent", "#1565c0", 1, row -> row.sent);
    line("answered", "#2e7d32", 2, row -> row.answered);
    line("failed", "#c62828", 3, row -> row.failed);
    line("rejected", "#ef6c00", 4, row -> row.rejected);
    return svg.append("</svg>\n").toString();
  }

  private void line(String name, String colour, int place, ToIntFunction<Row> value) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      points.append(
          String.format(
              Locale.ROOT, "%.1f,%.1f ", x(i * 5 + 2.5), y(value.applyAsInt(rows.get(i)))));
    }
    add(
        "<polyline fill='none' stroke='%s' stroke-width='2' points='%s'/>%n",
        colour, points.toString().strip());
    add("<text x='%d' y='%d' fill='%s'>%s</text>%n", LEFT + place * 90, HEIGHT - 6, colour, name);
  }

  private static double x(double second) {
    return LEFT + second / Trouble.SECONDS * (WIDTH - LEFT - 10);
  }

  private double y(double calls) {
    return HEIGHT - BOTTOM - calls / highest * (HEIGHT - TOP - BOTTOM);
  }

  private void add(String format, Object... arguments) {
    svg.append(String.format(Locale.ROOT, format, arguments));
  }
}
