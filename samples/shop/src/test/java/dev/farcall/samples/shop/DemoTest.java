package dev.farcall.samples.shop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo in processes of its own: what it prints, how it ends, and what it leaves behind. */
class DemoTest {

  private static final Pattern RESULT =
      Pattern.compile(
          "(?m)^  (confirmed|duplicate|declined|refunded|rejected|unreadable|failed) +([\\d,]+)$");
  private static final Pattern CARD = Pattern.compile("card:([0-9-]{12,})");

  private static final Pattern P99 = Pattern.compile("p99 ([\\d.]+) ms");

  private static final Pattern INSTANCE =
      Pattern.compile(
          "(?m)^  users +127\\.0\\.0\\.1:(\\d+)  ([\\d,]+) calls, ([\\d.]+) ms of late(.*)$");

  private static final Pattern CUSTOMERS = Pattern.compile("(?m)^(\\d+) customers registered");

  private static final int FEW = 300;

  /** More than any instance takes while the machine is busy. */
  private static final int SLOW_MILLIS = 1_000;

  @TempDir private Path folder;

  @Test
  void bringsEachOrderOfTheShippedFileToItsResult() throws Exception {
    OrderFileGenerator files = new OrderFileGenerator(OrderFileGenerator.ORDERS);
    try (DemoProcess demo = DemoProcess.start("monolith=true")) {
      assertResults(demo, files);
    }
  }

  @Test
  void bringsEachOrderToTheSameResultInFourProcesses() throws Exception {
    OrderFileGenerator files = new OrderFileGenerator(FEW);
    try (DemoProcess demo = DemoProcess.start("orders=" + write(files.ordersFile()))) {
      assertResults(demo, files);
    }
  }

  private static void assertResults(DemoProcess demo, OrderFileGenerator files) throws Exception {
    int exitCode = demo.awaitEnd();

    assertThat(exitCode).as(demo.output()).isZero();
    Map<String, Integer> expected = new TreeMap<>(files.expected());
    expected.put("failed", 0);
    assertThat(results(demo.output())).containsExactlyInAnyOrderEntriesOf(expected);
    assertThat(line(demo, "paid")).isEqualTo(line(demo, "in ledger"));
    Matcher customers = CUSTOMERS.matcher(demo.output());
    assertThat(customers.find()).as(demo.output()).isTrue();
    assertThat(line(demo, "watched")).startsWith(customers.group(1) + " registrations");
    assertNoCardNumbers(demo.output());
  }

  @Test
  void losesAServiceTellsSoAndGoesOn() throws Exception {
    String orders = write(new OrderFileGenerator(FEW).ordersFile());
    try (DemoProcess demo = DemoProcess.start("kill=payments", "orders=" + orders)) {
      String started = demo.awaitLine(line -> line.startsWith("payments"));
      int exitCode = demo.awaitEnd();

      String output = demo.output();
      assertThat(exitCode).as(output).isEqualTo(2);
      assertThat(output)
          .containsPattern("! A-\\d+ failed to pay: UNAVAILABLE.*127\\.0\\.0\\.1:" + port(started))
          .contains("! " + started + " is gone: exit code ")
          .containsPattern("(?m)^  in ledger +not known: .*UNAVAILABLE")
          .containsPattern("(?m)^  lost +payments");
      Map<String, Integer> results = results(output);
      assertThat(results.values().stream().mapToInt(Integer::intValue).sum())
          .as("every line of the file came to a result")
          .isEqualTo(FEW);
      assertThat(results.get("failed")).isPositive();
      assertThat(results.get("confirmed")).isPositive();
      assertNoCardNumbers(output);
    }
  }

  @ParameterizedTest
  @CsvSource({"failing=60, CLOSED to OPEN", "kill=payments restart=true, CLOSED to OPEN"})
  void livesThroughPaymentsThatFailOrAreStartedAgain(String options, String told) throws Exception {
    OrderFileGenerator files = new OrderFileGenerator(OrderFileGenerator.ORDERS);
    try (DemoProcess demo = DemoProcess.start(options.split(" "))) {
      assertResults(demo, files);
      String breaker = "circuit breaker \"shop.payments.v1.PaymentService/Pay\": ";
      assertThat(demo.output())
          .containsSubsequence(
              breaker + told, breaker + "OPEN to HALF_OPEN", breaker + "HALF_OPEN to CLOSED")
          .containsPattern("(?m)^  put aside +\\d+ for a while, and sent again");
    }
  }

  @Test
  void leavesASlowInstanceAlone() throws Exception {
    OrderFileGenerator files = new OrderFileGenerator(OrderFileGenerator.ORDERS);
    try (DemoProcess demo = DemoProcess.start("users=3", "slow=" + SLOW_MILLIS)) {
      assertResults(demo, files);
      Matcher latency = P99.matcher(demo.output());
      assertThat(latency.find()).as(demo.output()).isTrue();
      assertThat(Double.parseDouble(latency.group(1))).as(demo.output()).isLessThan(SLOW_MILLIS);
      Map<Integer, Instance> instances = instances(demo);
      Instance slow = instances.remove(port(instance(demo, "slow by " + SLOW_MILLIS + " ms")));
      assertThat(slow.calls()).as(demo.output()).isPositive();
      assertThat(instances.values())
          .as(demo.output())
          .hasSize(2)
          .allMatch(each -> each.calls() > 5 * slow.calls())
          .allMatch(each -> each.millis() < slow.millis() / 2);
    }
  }

  @Test
  void losesOneOfThreeInstancesAndNoOrder() throws Exception {
    OrderFileGenerator files = new OrderFileGenerator(OrderFileGenerator.ORDERS);
    try (DemoProcess demo = DemoProcess.start("users=3", "kill=users")) {
      assertResults(demo, files);
      Instance killed = instances(demo).get(port(instance(demo, " killed after ")));
      assertThat(killed.calls()).as(demo.output()).isPositive();
      assertThat(killed.more()).as(demo.output()).isEqualTo("; passed over: [UNREACHABLE]");
    }
  }

  /** What the summary says of an instance. */
  private record Instance(long calls, double millis, String more) {}

  /** By their ports. */
  private static Map<Integer, Instance> instances(DemoProcess demo) {
    return INSTANCE
        .matcher(demo.output())
        .results()
        .collect(
            toMap(
                row -> Integer.valueOf(row.group(1)),
                row ->
                    new Instance(
                        Long.parseLong(row.group(2).replace(",", "")),
                        Double.parseDouble(row.group(3)),
                        row.group(4))));
  }

  /** The line that says this of an instance of users, up to its port. */
  private static String instance(DemoProcess demo, String said) {
    String line =
        demo.output()
            .lines()
            .filter(each -> each.contains("users ") && each.contains(said))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no '" + said + "' in:\n" + demo.output()));
    return line.substring(0, line.indexOf(said)).strip();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void leavesNoServiceBehind(boolean orderly) throws Exception {
    try (DemoProcess demo = DemoProcess.start("rate=20")) {
      List<Integer> ports =
          List.of(
              port(demo.awaitLine(line -> line.startsWith("users"))),
              port(demo.awaitLine(line -> line.startsWith("orders"))),
              port(demo.awaitLine(line -> line.startsWith("payments"))));
      demo.awaitLine(line -> line.startsWith("A-0001"));

      if (orderly) {
        demo.terminate();
      } else {
        demo.kill();
      }

      // The services hold the demo's standard error, so its output ends when the last of them does.
      assertThat(demo.awaitEnd()).isNotZero();
      for (int port : ports) {
        assertThatExceptionOfType(ConnectException.class)
            .isThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close());
      }
    }
  }

  @Test
  void readsAFileOfOnesOwn() throws Exception {
    String file = write("X-1,ada.abe@example.com,EUR,1*HONEY,voucher:V\nnonsense\n");

    try (DemoProcess demo = DemoProcess.start("monolith=true", "orders=" + file)) {
      assertThat(demo.awaitEnd()).as(demo.output()).isZero();
      assertThat(results(demo.output()))
          .containsEntry("confirmed", 1)
          .containsEntry("unreadable", 1);
      assertThat(line(demo, "paid")).isEqualTo("6.25 EUR");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kill=kitchen         | service: 'kitchen' (expected: one of [users, orders, payments])",
        "restart=true         | restart: of what? (expected: kill beside it)",
        "failing=101          | failing: 101 (expected: 0 to 100 percent)",
        "slow=100             | slow: 100 (expected: milliseconds, and users above 1 beside it)",
        "users=10             | users: 10 (expected: 1 to 9 processes, 1 with monolith)",
        "rate=fast            | rate: 'fast' (expected: a number)",
        "orders=/no/such/file | orders: cannot read /no/such/file",
      })
  void refusesOptionsThatMakeNoSense(String option, String message) throws Exception {
    try (DemoProcess demo = DemoProcess.start(option)) {
      assertThat(demo.awaitEnd()).isEqualTo(1);
      assertThat(demo.output()).isEqualTo("The shop did not open: " + message);
    }
  }

  @Test
  void theShippedFilesAreThoseOfTheGenerator() throws Exception {
    OrderFileGenerator files = new OrderFileGenerator(OrderFileGenerator.ORDERS);
    assertThat(resource("customers.csv")).isEqualTo(files.customersFile());
    assertThat(resource("orders.csv")).isEqualTo(files.ordersFile());
  }

  private String write(String orders) throws IOException {
    return Files.writeString(folder.resolve("orders.csv"), orders).toString();
  }

  private static Map<String, Integer> results(String output) {
    return RESULT
        .matcher(output)
        .results()
        .collect(toMap(row -> row.group(1), row -> Integer.valueOf(row.group(2).replace(",", ""))));
  }

  /** What the summary says under a name. */
  private static String line(DemoProcess demo, String name) {
    return demo.output()
        .lines()
        .filter(line -> line.startsWith("  " + name + "  "))
        .map(line -> line.substring(name.length() + 2).strip())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no line " + name + " in:\n" + demo.output()));
  }

  private static void assertNoCardNumbers(String output) {
    String file = new OrderFileGenerator(OrderFileGenerator.ORDERS).ordersFile();
    List<String> numbers =
        CARD.matcher(file).results().map(card -> card.group(1)).distinct().toList();
    assertThat(numbers).hasSizeGreaterThan(5);
    assertThat(output).doesNotContain(numbers);
  }

  private static int port(String line) {
    return Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = DemoTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
