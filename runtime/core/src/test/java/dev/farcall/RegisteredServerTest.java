package dev.farcall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farcall.call.Handler;
import dev.farcall.call.Operation;
import dev.farcall.fixture.Texts;
import dev.farcall.registry.Instance;
import dev.farcall.registry.ServiceRegistry;
import dev.farcall.spi.Listener;
import dev.farcall.spi.ServedServices;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server in a registry: when it is entered, what it says, and in which order it leaves. */
@Timeout(60)
class RegisteredServerTest {

  private static final String REGISTRY = "memory://" + RegisteredServerTest.class.getName() + "/";
  private static final Operation<String, String> GET = Texts.unary("Get").build();

  private final List<String> steps = new CopyOnWriteArrayList<>();

  /** A port that is none, and notes what is done to it. */
  private final class NotedPort implements Listener, Listener.Running {
    private final String kind;
    private final int port;

    NotedPort(String kind, int port) {
      this.kind = kind;
      this.port = port;
    }

    @Override
    public Running start(ServedServices services) {
      steps.add("open " + port);
      return this;
    }

    @Override
    public String kind() {
      return kind;
    }

    @Override
    public String host() {
      return "10.0.0.5";
    }

    @Override
    public int port() {
      return port;
    }

    @Override
    public String describe() {
      return kind + " " + port;
    }

    @Override
    public void refuse() {
      steps.add("refuse " + port);
    }

    @Override
    public boolean awaitDrained(long timeoutNanos) {
      steps.add("drain " + port);
      return true;
    }

    @Override
    public void close() {
      steps.add("close " + port);
    }
  }

  private ServerBuilder server(String service) {
    return Farcall.server()
        .listen(new NotedPort("grpc", 9090))
        .serve(Texts.dispatcher(Handler.nonBlocking(GET, (text, context) -> text)))
        .register(REGISTRY + service, instance -> instance.withId("one"))
        .propagation(Duration.ofMillis(1))
        .stopOnShutdown(false);
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited for half a minute").isLessThan(end);
      Thread.sleep(1);
    }
  }

  @Test
  void it_is_entered_when_it_is_open_and_leaves_before_it_refuses() {
    try (ServiceRegistry registry = Farcall.registry(REGISTRY)) {
      registry.register("order", Instance.of("10.0.0.6", 1).withId("two"));
      registry.watch(
          "order", all -> steps.add("registry " + all.stream().map(Instance::id).toList()));
      Server server = server("order").start();
      Instance one =
          registry.callable("order").stream()
              .filter(each -> each.id().equals("one"))
              .findFirst()
              .orElseThrow();
      assertThat(one.endpoint()).hasToString("10.0.0.5:9090");
      assertThat(one.endpoint().metadata()).containsOnlyKeys("farcall.started");
      server.close();
      server.close();
      assertThat(steps)
          .containsExactly(
              "registry [two]",
              "open 9090",
              "registry [two, one]",
              "registry [two, one]", // not ready any more
              "registry [two]",
              "refuse 9090",
              "drain 9090",
              "close 9090");
    }
  }

  @Test
  void it_is_entered_when_it_is_ready_and_unhealthy_while_it_is_not() throws Exception {
    AtomicBoolean well = new AtomicBoolean();
    try (ServiceRegistry registry = Farcall.registry(REGISTRY);
        Server server =
            server("health")
                .health(checks -> checks.readiness("test", well::get).every(Duration.ofMillis(5)))
                .start()) {
      assertThat(registry.instances("health")).isEmpty();
      well.set(true);
      await(() -> registry.callable("health").size() == 1);
      well.set(false);
      await(() -> registry.callable("health").isEmpty());
      assertThat(registry.instances("health"))
          .allMatch(each -> each.health() == Instance.Health.UNHEALTHY);
      well.set(true);
      await(() -> registry.callable("health").size() == 1);
      assertThat(server.health().isReady()).isTrue();
    }
  }

  @Test
  void several_ports_are_told_and_an_address_of_ones_own_too() {
    try (ServiceRegistry registry = Farcall.registry(REGISTRY);
        Server server =
            server("ports")
                .listen(new NotedPort("http", 8080))
                .advertise("users.example")
                .start()) {
      Instance one = registry.callable("ports").get(0);
      assertThat(one.endpoint()).hasToString("users.example:9090");
      assertThat(one.endpoint().metadata())
          .containsEntry("farcall.port.grpc", "9090")
          .containsEntry("farcall.port.http", "8080");
      assertThat(Advertised.at(one.endpoint(), "rest").port()).isEqualTo(8080);
      assertThat(Advertised.at(one.endpoint(), "connect").port()).isEqualTo(8080);
      assertThat(Advertised.at(one.endpoint(), "grpc").port()).isEqualTo(9090);
      assertThat(server.port()).isEqualTo(9090);
    }
  }

  @Test
  void configuration_says_where_too() {
    Map<String, String> said =
        Map.of(
            "farcall.server.register", REGISTRY + "configured  " + REGISTRY + "again",
            "farcall.server.advertise", "10.1.1.1",
            "farcall.zone", "eu-1");
    said.forEach(System::setProperty);
    try (ServiceRegistry registry = Farcall.registry(REGISTRY);
        Server server = server("code").start()) {
      for (String service : List.of("configured", "again", "code")) {
        Instance one = registry.callable(service).get(0);
        assertThat(one.endpoint().host()).isEqualTo("10.1.1.1");
        assertThat(one.endpoint().zone()).isEqualTo("eu-1");
      }
      assertThat(server.port()).isEqualTo(9090);
    } finally {
      new ArrayList<>(said.keySet()).forEach(System::clearProperty);
    }
  }

  @Test
  void where_it_cannot_be_entered_everywhere_it_is_entered_nowhere() {
    try (ServiceRegistry registry = Farcall.registry(REGISTRY)) {
      assertThatThrownBy(() -> server("first").register(REGISTRY + "second", own -> null).start())
          .isInstanceOf(NullPointerException.class)
          .hasMessage(REGISTRY + "second");
      assertThat(registry.instances("first")).isEmpty();
      assertThat(steps).containsExactly("open 9090", "close 9090");
    }
  }

  @Test
  void one_that_is_started_while_the_process_ends_is_not_entered() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                StartedTooLate.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(said.strip()).isEqualTo("Shutdown in progress: []");
  }

  @Test
  void what_cannot_be_registered_is_told() {
    assertThatThrownBy(() -> Farcall.server().register("etcd://h:2379/users"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Add the dependency dev.farcall:farcall-discovery-etcd");
    assertThatThrownBy(() -> Farcall.server().register("memory:///"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there is no service after the third slash");
    assertThatThrownBy(
            () ->
                Farcall.server()
                    .local("no port")
                    .serve(Texts.dispatcher(Handler.nonBlocking(GET, (text, context) -> text)))
                    .register(REGISTRY + "local")
                    .start())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the server has no port that could be registered");
  }
}
