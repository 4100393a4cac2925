package dev.farcall.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.Connection;
import dev.farcall.Farcall;
import dev.farcall.Server;
import dev.farcall.balance.EndpointStatus;
import dev.farcall.balance.PickExplanation;
import dev.farcall.call.LiveEndpoint.Trouble;
import dev.farcall.call.Metadata;
import dev.farcall.grpc.fleet.Fleet;
import dev.farcall.registry.Instance;
import dev.farcall.registry.ServiceRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What configuration says of endpoints, with real servers: who is called, and who is not. */
@Timeout(120)
final class ConfiguredEndpointsTest {

  private static final String CLIENT = "farcall.client.Fleet.";

  private final List<String> keys = new ArrayList<>();
  private final List<AutoCloseable> open = new ArrayList<>();

  private void say(String key, String value) {
    keys.add(key);
    System.setProperty(key, value);
  }

  private void checkOften() {
    say(CLIENT + "health-checks.interval", "50ms");
    say(CLIENT + "health-checks.timeout", "200ms");
    say(CLIENT + "health-checks.unhealthy-threshold", "2");
    say(CLIENT + "health-checks.healthy-threshold", "1");
    say(CLIENT + "health-checks.max-concurrent", "4");
  }

  private static String target(String service) {
    return "memory://" + ConfiguredEndpointsTest.class.getName() + "/" + service;
  }

  private Server server(String name, AtomicBoolean ready) {
    Server server =
        Farcall.server()
            .listen(TestListeners.ofEngine().plain())
            .serve(Fleet.class, () -> name)
            .health(checks -> checks.readiness("test", ready::get).every(Duration.ofMillis(5)))
            .propagation(Duration.ofMillis(1))
            .stopOnShutdown(false)
            .start();
    open.add(server);
    return server;
  }

  private Server server(String name) {
    return server(name, new AtomicBoolean(true));
  }

  private void register(String service, Instance... instances) {
    ServiceRegistry registry = Farcall.registry(target(""));
    open.add(registry);
    for (Instance instance : instances) {
      registry.register(service, instance);
    }
    say(CLIENT + "target", target(service));
  }

  private static Instance instance(Server server, String id) {
    return Instance.of("127.0.0.1", server.port()).withId(id);
  }

  @AfterEach
  void close() throws Exception {
    keys.forEach(System::clearProperty);
    for (int i = open.size() - 1; i >= 0; i--) {
      open.get(i).close();
    }
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited for a minute").isLessThan(end);
      Thread.sleep(5);
    }
  }

  private static Map<String, Integer> answers(Fleet fleet, int calls) {
    Map<String, Integer> answers = new HashMap<>();
    for (int i = 0; i < calls; i++) {
      answers.merge(fleet.name(), 1, Integer::sum);
    }
    return answers;
  }

  private static boolean isUnhealthy(Connection connection, String id) {
    return connection.endpoints().stream()
        .filter(each -> each.endpoint().id().equals(id))
        .anyMatch(each -> each.troubles().contains(Trouble.UNHEALTHY));
  }

  @Test
  void aServerThatIsNotReadyIsNotCalledUntilItIs() throws Exception {
    checkOften();
    AtomicBoolean ready = new AtomicBoolean(true);
    register("ready", instance(server("a", ready), "a"), instance(server("b"), "b"));
    Fleet fleet = Farcall.client(Fleet.class);
    Connection connection = Farcall.connection(Fleet.class);
    assertThat(answers(fleet, 100)).containsOnlyKeys("a", "b");
    ready.set(false);
    await(() -> isUnhealthy(connection, "a"));
    assertThat(answers(fleet, 100)).containsOnlyKeys("b");
    assertThat(connection.explainPick(Fleet.class, "name", null).toString())
        .contains("passed over: [UNHEALTHY]");
    ready.set(true);
    await(() -> !isUnhealthy(connection, "a"));
    await(() -> fleet.name().equals("a"));
  }

  @Test
  void aServerThatHangsIsFoundOutAlthoughItsConnectionIsOpen() throws Exception {
    checkOften();
    TcpProxy proxy = new TcpProxy(server("a").port());
    open.add(proxy);
    register(
        "hangs", Instance.of("127.0.0.1", proxy.port()).withId("a"), instance(server("b"), "b"));
    Fleet fleet = Farcall.client(Fleet.class);
    Connection connection = Farcall.connection(Fleet.class);
    await(() -> answers(fleet, 20).size() == 2);
    proxy.stall();
    await(() -> isUnhealthy(connection, "a"));
    assertThat(answers(fleet, 100)).containsOnlyKeys("b");
  }

  @Test
  void noneIsAskedWhereThatIsSwitchedOff() throws Exception {
    checkOften();
    say(CLIENT + "health-checks", "false");
    AtomicBoolean ready = new AtomicBoolean(true);
    Server a = server("a", ready);
    register("unasked", instance(a, "a"), instance(server("b"), "b"));
    Fleet fleet = Farcall.client(Fleet.class);
    ready.set(false);
    await(() -> !a.health().isReady());
    await(() -> answers(fleet, 20).size() == 2);
    assertThat(isUnhealthy(Farcall.connection(Fleet.class), "a")).isFalse();
  }

  @Test
  void aSubsetIsUsed() {
    say(CLIENT + "subset", "2");
    Server one = server("one");
    register(
        "subset", instance(one, "a"), instance(one, "b"), instance(one, "c"), instance(one, "d"));
    assertThat(Farcall.client(Fleet.class).name()).isEqualTo("one");
    Connection connection = Farcall.connection(Fleet.class);
    assertThat(connection.endpoints()).hasSize(2);
    assertThat(connection.explainPick(Fleet.class, "Name", null).candidates())
        .filteredOn(each -> each.note().equals("outside the subset"))
        .hasSize(2);
  }

  @Test
  void callsStayInTheirZone() {
    say("farcall.zone", "eu-1");
    register(
        "zones",
        instance(server("a"), "a").withZone("eu-1"),
        instance(server("b"), "b").withZone("eu-2"));
    assertThat(answers(Farcall.client(Fleet.class), 100)).containsOnlyKeys("a");
    PickExplanation explained =
        Farcall.connection(Fleet.class).explainPick(Fleet.class, "name", null);
    assertThat(explained.picked())
        .extracting(EndpointStatus::endpoint)
        .extracting("id")
        .isEqualTo("a");
    assertThat(explained.toString()).contains("; other zone");
  }

  @Test
  void aPartOfTheCallsGoesToWhatIsTagged() {
    say(CLIENT + "*.load-balanced.value", "round_robin");
    say(CLIENT + "*.load-balanced.split", "20% to version=2, x-beta=yes to version=3");
    register(
        "split",
        instance(server("a"), "a"),
        instance(server("b"), "b").withMetadata(Map.of("version", "2")),
        instance(server("c"), "c").withMetadata(Map.of("version", "3")));
    Map<String, Integer> answers = answers(Farcall.client(Fleet.class), 1000);
    assertThat(answers).containsOnlyKeys("a", "b");
    assertThat(answers.get("b")).isBetween(130, 270); // five standard deviations
    PickExplanation beta =
        Farcall.connection(Fleet.class)
            .explainPick(Fleet.class, "name", null, Metadata.of("x-beta", "yes"));
    assertThat(beta.picked()).extracting(EndpointStatus::endpoint).extracting("id").isEqualTo("c");
    assertThat(beta.toString()).contains("round_robin", "; outside the split");
  }

  @Test
  void whatIsRememberedIsCalledWhileNobodyCanTell(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("fleet.endpoints");
    say(CLIENT + "snapshot", file.toString());
    register("remembered", instance(server("a"), "a"));
    assertThat(Farcall.client(Fleet.class).name()).isEqualTo("a");
    await(() -> file.toFile().length() > 0);
    System.setProperty(CLIENT + "target", "dns:///no-such-host.invalid:9090");
    assertThat(Farcall.client(Fleet.class).name()).isEqualTo("a");
  }
}
