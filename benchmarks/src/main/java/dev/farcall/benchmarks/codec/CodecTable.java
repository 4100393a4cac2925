package dev.farcall.benchmarks.codec;

import dev.farcall.benchmarks.jmh.Comparison;
import dev.farcall.benchmarks.jmh.Comparison.Figures;
import dev.farcall.benchmarks.report.Column;
import dev.farcall.benchmarks.report.Report;
import dev.farcall.benchmarks.report.Table;
import java.util.List;

/** What codecs take for one order, one table for each direction. */
final class CodecTable {

  private static final List<Column> COLUMNS =
      List.of(
          Column.compared("CPU time", "ns", 0),
          Column.plain("times as fast", "", 2),
          Column.compared("allocated", "B", 0));

  private CodecTable() {}

  /** A codec, whose benchmarks are {@code encode} and {@code decode} and its suffix. */
  static Row row(String title, Comparison measured, String suffix) {
    return new Row(title, measured.of("encode" + suffix), measured.of("decode" + suffix));
  }

  /** Adds a table of each direction; the first row is the one to compare with. */
  static void add(Report report, Row... rows) {
    Table encode = new Table("encode", COLUMNS);
    Table decode = new Table("decode", COLUMNS);
    for (Row row : rows) {
      add(encode, row.title, row.encode, rows[0].encode);
      add(decode, row.title, row.decode, rows[0].decode);
    }
    report.add(encode).add(decode);
  }

  private static void add(Table table, String title, Figures figures, Figures base) {
    table.row(title, figures.nanos(), base.nanos() / figures.nanos(), figures.bytes());
  }

  /** Figures of one codec. */
  record Row(String title, Figures encode, Figures decode) {}
}
