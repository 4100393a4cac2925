package dev.farcall.grpc.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.farcall.Connection;
import dev.farcall.Farcall;
import dev.farcall.Server;
import dev.farcall.annotation.Code;
import dev.farcall.call.CallException;
import dev.farcall.config.LiveConfiguration;
import dev.farcall.grpc.TestListeners;
import dev.farcall.policy.Explanation;
import dev.farcall.resilience.CircuitBreaker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What configuration says of policies, on a connection to a real server: kept, told, changed. */
@Timeout(60)
final class ConfiguredPoliciesTest {

  private static final String CLIENT = "farcall.client.Library.";

  private final List<String> keys = new ArrayList<>();
  private Server server;
  private Connection connection;
  private Library library;

  @BeforeEach
  void open() {
    say("*.circuit-breaker.enabled", "true");
    say("*.circuit-breaker.minimum-calls", "2");
    say("*.circuit-breaker.window-calls", "4");
    say("find.timeout.value", "1500ms");
    server =
        Farcall.server()
            .listen(TestListeners.ofEngine().plain())
            .serve(Library.class, new Shelves())
            .start();
    connection = Farcall.connect("static:///127.0.0.1:" + server.port());
    library = connection.client(Library.class);
  }

  @AfterEach
  void close() {
    connection.close();
    server.close();
    keys.forEach(System::clearProperty);
    LiveConfiguration.ofThisJvm().reload();
  }

  private void say(String key, String value) {
    keys.add(CLIENT + key);
    System.setProperty(CLIENT + key, value);
    LiveConfiguration.ofThisJvm().reload();
  }

  private Explanation explained(String method) {
    return connection.explain(Library.class).stream()
        .filter(each -> each.method().endsWith(method))
        .findFirst()
        .orElseThrow();
  }

  private CallException failure() {
    return catchThrowableOfType(CallException.class, () -> library.latest());
  }

  @Test
  void eachValueIsToldWithWhoSaidIt() {
    assertThat(explained("Find").toString())
        .contains(
            "value = 1500ms  (" + CLIENT + "find.timeout.value of the system properties)",
            "minimum-calls = 2  (" + CLIENT + "*.circuit-breaker.minimum-calls",
            "failure-rate = 0.5  (default)");
    assertThat(explained("Latest").toString()).contains("value = 10s  (default)");
    assertThat(explained("Find").toJson()).contains("\"1500ms\"");
  }

  @Test
  void eachMethodHasABreakerOfItsOwn() {
    Map<String, CircuitBreaker> breakers = connection.circuitBreakers(Library.class);
    assertThat(breakers).containsOnlyKeys("Add", "Find", "Isbns", "Latest");
    breakers.get("Latest").forceOpen();
    CallException rejected = failure();
    assertThat(rejected.code()).isEqualTo(Code.UNAVAILABLE);
    assertThat(rejected).hasMessageContaining("circuit breaker").hasMessageContaining("Latest");
    assertThat(library.isbns("Ada")).isEmpty();
    breakers.get("Latest").reset();
    assertThat(library.latest()).isEmpty();
  }

  @Test
  void aServerThatIsGoneOpensTheBreakerAndTheCountsAreThere() {
    assertThat(library.latest()).isEmpty();
    server.close();
    for (int i = 0; i < 4; i++) {
      assertThat(failure().code()).isEqualTo(Code.UNAVAILABLE);
    }
    CircuitBreaker breaker = connection.circuitBreakers(Library.class).get("Latest");
    assertThat(breaker.state()).isEqualTo(CircuitBreaker.State.OPEN);
    assertThat(breaker.metrics().rejected()).isPositive();
    assertThat(connection.policies(Library.class).get("Latest").circuitBreaker()).isSameAs(breaker);
    assertThat(connection.policies(Library.class).get("Find").circuitBreaker())
        .isNotSameAs(breaker);
  }

  @Test
  void whatIsConfiguredAnewHoldsAtOnceAndKeepsWhatWasCounted() {
    CircuitBreaker breaker = connection.circuitBreakers(Library.class).get("Latest");
    assertThat(library.latest()).isEmpty();
    long counted = breaker.metrics().total();
    assertThat(counted).isEqualTo(1);
    say("*.circuit-breaker.minimum-calls", "3");
    say("latest.timeout.value", "7s");
    assertThat(connection.circuitBreakers(Library.class).get("Latest")).isSameAs(breaker);
    assertThat(breaker.policy().minimumCalls()).isEqualTo(3);
    assertThat(breaker.metrics().total()).isEqualTo(counted);
    assertThat(explained("Latest").toString())
        .contains("value = 7s  (" + CLIENT + "latest.timeout.value");
    assertThat(connection.policies(Library.class).get("Latest").timeout())
        .asString()
        .contains("7 s");
    assertThat(library.latest()).isEmpty();
  }
}
