package dev.farcall.benchmarks.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** How a figure grows with another: lines on axes that are both logarithmic. */
public final class Plot {

  private static final int WIDTH = 810;
  private static final int HEIGHT = 400;
  private static final int LEFT = 80;
  private static final int TOP = 40;
  private static final int BOTTOM = 50;
  private static final int LEGEND = 270;

  private final String name;
  private final String title;
  private final String x;
  private final String y;
  private final List<Series> all = new ArrayList<>();

  /**
   * A plot without lines.
   *
   * @param name of its file, behind the name of the part
   * @param x what grows, and its unit
   * @param y what is measured, and its unit
   */
  public Plot(String name, String title, String x, String y) {
    this.name = name;
    this.title = title;
    this.x = x;
    this.y = y;
  }

  /**
   * Adds a line.
   *
   * @param xs above 0, ascending
   * @param ys above 0, one for each of {@code xs}
   */
  public Plot line(String label, double[] xs, double[] ys) {
    if (xs.length != ys.length || xs.length == 0) {
      throw new IllegalArgumentException(
          label
              + " of \""
              + title
              + "\": as many xs as ys are expected, not "
              + xs.length
              + " and "
              + ys.length);
    }
    for (int i = 0; i < xs.length; i++) {
      if (!(xs[i] > 0) || !(ys[i] > 0)) {
        throw new IllegalArgumentException(
            label
                + " of \""
                + title
                + "\": an axis of powers of ten has no "
                + xs[i]
                + ", "
                + ys[i]);
      }
    }
    all.add(new Series(label, xs.clone(), ys.clone()));
    return this;
  }

  String name() {
    return name;
  }

  void describe(ObjectNode node) {
    node.put("title", title).put("x", x).put("y", y);
    var lines = node.putArray("lines");
    for (Series series : all) {
      ObjectNode line = lines.addObject().put("name", series.label);
      var points = line.putArray("points");
      for (int i = 0; i < series.xs.length; i++) {
        points.addArray().add(series.xs[i]).add(series.ys[i]);
      }
    }
  }

  String svg() {
    Axis across = Axis.over(all, series -> series.xs, LEFT, WIDTH - LEGEND);
    Axis up = Axis.over(all, series -> series.ys, HEIGHT - BOTTOM, TOP);
    Svg svg = new Svg(WIDTH, HEIGHT, title);
    svg.text(8, 20, "start", title);
    for (double tick : across.ticks()) {
      svg.gridLine(across.at(tick), TOP, across.at(tick), HEIGHT - BOTTOM);
      svg.text(across.at(tick), HEIGHT - BOTTOM + 16, "middle", shortly(tick));
    }
    for (double tick : up.ticks()) {
      svg.gridLine(LEFT, up.at(tick), WIDTH - LEGEND, up.at(tick));
      svg.text(LEFT - 6, up.at(tick) + 4, "end", shortly(tick));
    }
    svg.text((LEFT + WIDTH - LEGEND) / 2.0, HEIGHT - 12, "middle", x);
    svg.text(8, TOP - 6, "start", y);
    for (int i = 0; i < all.size(); i++) {
      all.get(i).draw(svg, across, up, Svg.COLOURS.get(i % Svg.COLOURS.size()));
      double line = TOP + 12 + 18.0 * i;
      svg.rect(WIDTH - LEGEND + 12, line - 9, 10, 10, Svg.COLOURS.get(i % Svg.COLOURS.size()));
      svg.text(WIDTH - LEGEND + 28, line, "start", all.get(i).label);
    }
    return svg.end();
  }

  private static String shortly(double value) {
    if (value >= 1e6) {
      return String.format(Locale.ROOT, "%.0fM", value / 1e6);
    }
    if (value >= 1e3) {
      return String.format(Locale.ROOT, "%.0fk", value / 1e3);
    }
    return value >= 1
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.3g", value);
  }

  private static final class Series {
    private final String label;
    private final double[] xs;
    private final double[] ys;

    Series(String label, double[] xs, double[] ys) {
      this.label = label;
      this.xs = xs;
      this.ys = ys;
    }

    void draw(Svg svg, Axis across, Axis up, String colour) {
      double[] points = new double[xs.length * 2];
      for (int i = 0; i < xs.length; i++) {
        points[2 * i] = across.at(xs[i]);
        points[2 * i + 1] = up.at(ys[i]);
        svg.dot(points[2 * i], points[2 * i + 1], colour);
      }
      svg.polyline(points, colour);
    }
  }

  /** From a power of ten to another, between two places of the picture. */
  private record Axis(int least, int most, double begin, double end) {

    static Axis over(List<Series> all, Function<Series, double[]> figures, double from, double to) {
      double least = Double.MAX_VALUE;
      double most = 0;
      for (Series series : all) {
        for (double each : figures.apply(series)) {
          least = Math.min(least, each);
          most = Math.max(most, each);
        }
      }
      int first = (int) Math.floor(Math.log10(least));
      int last = (int) Math.ceil(Math.log10(most));
      return new Axis(first, Math.max(last, first + 1), from, to);
    }

    double at(double value) {
      return begin + (Math.log10(value) - least) / (most - least) * (end - begin);
    }

    double[] ticks() {
      double[] ticks = new double[most - least + 1];
      for (int i = 0; i < ticks.length; i++) {
        ticks[i] = Math.pow(10, least + i);
      }
      return ticks;
    }
  }
}
