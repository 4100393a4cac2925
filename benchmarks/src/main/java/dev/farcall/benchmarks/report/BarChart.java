package dev.farcall.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/** Bars beside each other from left to right, one line for each, with what they stand for. */
final class BarChart {

  private static final int NAMES = 300;
  private static final int BARS = 380;
  private static final int LINE = 24;
  private static final int HEAD = 36;
  private static final int LABELS = 60;

  private final String title;
  private final List<Bar> bars = new ArrayList<>();

  BarChart(String title) {
    this.title = title;
  }

  void bar(String name, double value, String label) {
    bars.add(new Bar(name, value, label));
  }

  String svg() {
    double most = bars.stream().mapToDouble(Bar::value).max().orElse(1);
    Svg svg = new Svg(NAMES + BARS + LABELS, HEAD + LINE * bars.size() + LINE / 2, title);
    svg.text(8, 20, "start", title);
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      double y = HEAD + LINE * i;
      double width = Math.max(1, BARS * bar.value / most);
      svg.text(NAMES - 8, y + 15, "end", bar.name);
      svg.rect(NAMES, y + 3, width, LINE - 8, Svg.COLOURS.get(i == 0 ? 6 : 0));
      svg.text(NAMES + width + 6, y + 15, "start", bar.label);
    }
    return svg.end();
  }

  private record Bar(String name, double value, String label) {}
}
