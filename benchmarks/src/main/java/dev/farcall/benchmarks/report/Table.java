package dev.farcall.benchmarks.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Figures of several candidates for one task; the first row is what the others are compared with.
 */
public final class Table {

  private final String title;
  private final List<Column> columns;
  private final List<Row> rows = new ArrayList<>();

  /**
   * A table without rows.
   *
   * @param title what was done, the heading of the first column
   */
  public Table(String title, List<Column> columns) {
    this.title = title;
    this.columns = List.copyOf(columns);
  }

  /**
   * Adds a row.
   *
   * @param figures one for each column; {@code NaN} where nothing was measured
   */
  public Table row(String name, double... figures) {
    if (figures.length != columns.size()) {
      throw new IllegalArgumentException(
          name
              + " of \""
              + title
              + "\": "
              + columns.size()
              + " figures are expected, not "
              + figures.length);
    }
    rows.add(new Row(name, figures.clone()));
    return this;
  }

  public String title() {
    return title;
  }

  /** As Markdown, a line for each row. */
  public String markdown() {
    StringBuilder text = new StringBuilder("| ").append(title).append(" |");
    columns.forEach(column -> text.append(' ').append(column.title()).append(" |"));
    text.append("\n|---|").append("---|".repeat(columns.size())).append('\n');
    for (Row row : rows) {
      text.append("| ").append(row.name).append(" |");
      for (int i = 0; i < columns.size(); i++) {
        text.append(' ').append(columns.get(i).cell(row.figures[i], base(i))).append(" |");
      }
      text.append('\n');
    }
    return text.toString();
  }

  /** Adds title, and of each row the figures by the titles of their columns, with ratios. */
  void describe(ObjectNode node) {
    node.put("title", title);
    var list = node.putArray("rows");
    for (Row row : rows) {
      ObjectNode figures = list.addObject().put("name", row.name);
      for (int i = 0; i < columns.size(); i++) {
        Column column = columns.get(i);
        if (!Double.isNaN(row.figures[i])) {
          String unit = column.unit().isEmpty() ? "" : " [" + column.unit() + "]";
          figures.put(column.title() + unit, row.figures[i]);
          if (column.compared() && base(i) != 0 && !Double.isNaN(base(i))) {
            figures.put(column.title() + " ratio", row.figures[i] / base(i));
          }
        }
      }
    }
  }

  /** The first column that is compared, as bars; empty if there is none. */
  String bars() {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).compared() && base(i) > 0) {
        BarChart chart = new BarChart(title + ": " + columns.get(i).title());
        for (Row row : rows) {
          if (!Double.isNaN(row.figures[i])) {
            double ratio = row.figures[i] / base(i);
            chart.bar(row.name, ratio, String.format(Locale.ROOT, "%.2f", ratio));
          }
        }
        return chart.svg();
      }
    }
    return "";
  }

  private double base(int column) {
    return rows.get(0).figures[column];
  }

  private static final class Row {
    private final String name;
    private final double[] figures;

    Row(String name, double[] figures) {
      this.name = name;
      this.figures = figures;
    }
  }
}
