package dev.farcall.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

  private static Table calls() {
    return new Table(
            "unary <echo>",
            List.of(Column.compared("calls/s", "", 0), Column.plain("p99", "us", 1)))
        .row("by hand", 10_000, 120.04)
        .row("Farcall", 12_500, Double.NaN);
  }

  @Test
  void rowsAreComparedWithTheFirst() {
    assertThat(calls().markdown())
        .isEqualTo(
            """
            | unary <echo> | calls/s | p99 |
            |---|---|---|
            | by hand | 10,000 (1.00) | 120.0 us |
            | Farcall | 12,500 (1.25) |  |
            """);
  }

  @Test
  void aRowHasAFigureForEachColumn() {
    assertThatThrownBy(() -> calls().row("Feign", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Feign of \"unary <echo>\": 2 figures are expected, not 1");
  }

  @Test
  void leavesMarkdownJsonAndPictures(@TempDir Path directory) throws Exception {
    new Report("call")
        .version("grpc-java", "1.2.3")
        .add(calls())
        .add(
            new Plot("callers", "calls by callers", "callers", "calls/s")
                .line("Farcall", new double[] {1, 16, 256}, new double[] {900, 9_000, 20_000}))
        .write(directory);
    assertThat(Files.readString(directory.resolve("call-benchmark.md")))
        .contains("grpc-java 1.2.3", "| Farcall | 12,500 (1.25) |");
    JsonNode json = new ObjectMapper().readTree(directory.resolve("call-benchmark.json").toFile());
    assertThat(json.at("/tables/0/rows/1/calls~1s ratio").doubleValue()).isEqualTo(1.25);
    assertThat(json.at("/tables/0/rows/1").has("p99 [us]")).isFalse();
    assertThat(json.at("/plots/0/lines/0/points/1/0").doubleValue()).isEqualTo(16);
    assertThat(elements(directory.resolve("call-1.svg"), "rect")).isEqualTo(2);
    assertThat(elements(directory.resolve("call-callers.svg"), "circle")).isEqualTo(3);
  }

  @Test
  void aLogarithmicAxisHasNoZero() {
    Plot plot = new Plot("x", "growth", "n", "ns");
    assertThatThrownBy(() -> plot.line("ours", new double[] {0, 1}, new double[] {1, 1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("an axis of powers of ten has no 0.0, 1.0");
  }

  private static int elements(Path svg, String name) throws Exception {
    assertThat(svg).exists();
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    return factory.newDocumentBuilder().parse(svg.toFile()).getElementsByTagName(name).getLength();
  }
}
