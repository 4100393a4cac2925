package dev.farcall.simulation;

import dev.farcall.simulation.Simulation.Row;
import java.util.List;
import java.util.Locale;

/** The rows of a simulation as text. */
final class Table {

  private Table() {}

  static String of(List<Row> rows) {
    StringBuilder text =
        new StringBuilder("from s  offered    sent  answered  failed  rejected  mean ms  open\n");
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      int ended = Math.max(1, row.answered + row.failed + row.rejected);
      text.append(
          String.format(
              Locale.ROOT,
              "%6d  %7d  %6d  %8d  %6d  %8d  %7.1f  %4d%n",
              i * 5,
              row.offered,
              row.sent,
              row.answered,
              row.failed,
              row.rejected,
              row.waited / ended * 1e3,
              row.open));
    }
    return text.toString();
  }
}
