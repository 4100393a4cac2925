package dev.farcall.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farcall.registry.Instance;
import dev.farcall.registry.Instance.Health;
import dev.farcall.registry.Instance.Status;
import dev.farcall.registry.InstanceJson;
import dev.farcall.registry.Registration;
import dev.farcall.registry.ServiceRegistry;
import dev.farcall.spi.Discovery;
import dev.farcall.spi.RegistryClient;
import dev.farcall.spi.TargetUri;
import dev.farcall.time.ManualTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeasedRegistryTest {

  private final ManualTime time = new ManualTime();

  /** A way to a registry that does what the test says. */
  private static final class Way implements RegistryClient {
    private final List<String> done = new ArrayList<>();
    private final List<Consumer<String>> losers = new ArrayList<>();
    private final List<Runnable> held = new ArrayList<>();
    private boolean broken;
    private boolean slow;

    /** Now, or when the test says so. */
    private <T> CompletionStage<T> answer(T answer) {
      if (!slow) {
        return CompletableFuture.completedFuture(answer);
      }
      CompletableFuture<T> later = new CompletableFuture<>();
      held.add(() -> later.complete(answer));
      return later;
    }

    void answerHeld() {
      slow = false;
      List<Runnable> all = List.copyOf(held);
      held.clear();
      all.forEach(Runnable::run);
    }

    @Override
    public CompletionStage<Lease> announce(
        String service, Instance instance, Consumer<String> lost) {
      if (broken) {
        done.add("refused");
        return CompletableFuture.failedFuture(new IllegalStateException("no connection"));
      }
      done.add("announce " + instance);
      losers.add(lost);
      return answer(
          new Lease() {
            @Override
            public CompletionStage<Void> update(Instance changed) {
              done.add("update " + changed);
              return broken
                  ? CompletableFuture.failedFuture(new IllegalStateException("no connection"))
                  : answer(null);
            }

            @Override
            public CompletionStage<Void> release() {
              done.add("release");
              return CompletableFuture.completedFuture(null);
            }
          });
    }

    @Override
    public Discovery.Watch watch(String service, Listener listener) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
      done.add("close");
    }

    @Override
    public String toString() {
      return "the way";
    }
  }

  private static final Instance USERS = Instance.of("h", 1).withId("u");

  @Test
  void an_instance_is_entered_changed_and_removed() {
    Way way = new Way();
    LeasedRegistry registry = new LeasedRegistry(way, time);
    Registration mine = registry.register("users", USERS);
    assertThat(mine.entered().toCompletableFuture()).isCompleted();
    mine.update(USERS);
    mine.update(USERS.withStatus(Status.DRAINING));
    assertThat(registry.deregister("users", "u")).isTrue();
    assertThat(registry.deregister("users", "u")).isFalse();
    assertThat(way.done)
        .containsExactly("announce u at h:1 UP", "update u at h:1 DRAINING", "release");
    assertThatThrownBy(() -> mine.update(USERS.withId("x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("id: x (expected: u");
  }

  @Test
  void it_is_entered_again_when_it_was_lost() {
    Way way = new Way();
    Registration mine = new LeasedRegistry(way, time).register("users", USERS);
    way.losers.get(0).accept("the lease has run out");
    way.broken = true;
    time.advance(Duration.ofSeconds(30));
    assertThat(way.done.size()).isBetween(25, 60);
    way.broken = false;
    time.advance(Duration.ofSeconds(1));
    assertThat(way.done).endsWith("announce u at h:1 UP");
    way.losers.get(0).accept("told late"); // of the first, which is over
    time.advance(Duration.ofSeconds(5));
    assertThat(way.losers).hasSize(2);
    assertThat(mine.instance()).isEqualTo(USERS);
  }

  @Test
  void a_change_that_fails_is_entered_anew() {
    Way way = new Way();
    Registration mine = new LeasedRegistry(way, time).register("users", USERS);
    way.broken = true;
    mine.update(USERS.withHealth(Health.UNHEALTHY));
    time.advance(Duration.ofMillis(20));
    way.broken = false;
    time.advance(Duration.ofSeconds(2));
    assertThat(way.done).endsWith("announce u at h:1 UP UNHEALTHY");
  }

  @Test
  void the_entry_of_which_a_change_failed_is_let_go_before_it_is_made_anew() {
    Way way = new Way();
    Registration mine = new LeasedRegistry(way, time).register("users", USERS);
    way.broken = true;
    mine.update(USERS.withWeight(2));
    way.broken = false;
    time.advance(Duration.ofSeconds(1));
    assertThat(way.done)
        .containsExactly(
            "announce u at h:1 UP", "update u at h:1 UP", "release", "announce u at h:1 UP");
  }

  @Test
  void what_is_lost_before_it_is_told_that_it_is_entered_is_entered_again() {
    Way way = new Way();
    way.slow = true;
    Registration mine = new LeasedRegistry(way, time).register("users", USERS);
    way.losers.get(0).accept("the lease has run out");
    time.advance(Duration.ofSeconds(2));
    way.answerHeld();
    assertThat(mine.entered().toCompletableFuture()).isNotDone();
    time.advance(Duration.ofSeconds(2));
    assertThat(way.losers).hasSize(2);
    assertThat(mine.entered().toCompletableFuture()).isCompleted();
  }

  @Test
  void what_is_lost_while_it_is_changed_is_entered_again() {
    Way way = new Way();
    Registration mine = new LeasedRegistry(way, time).register("users", USERS);
    way.slow = true;
    mine.update(USERS.withStatus(Status.DRAINING));
    way.losers.get(0).accept("the lease has run out");
    time.advance(Duration.ofSeconds(2));
    way.answerHeld();
    time.advance(Duration.ofSeconds(2));
    assertThat(way.done).endsWith("announce u at h:1 DRAINING");
    mine.close();
    assertThat(way.done).endsWith("release");
  }

  @Test
  void closing_removes_all() {
    Way way = new Way();
    LeasedRegistry registry = new LeasedRegistry(way, time);
    registry.register("users", USERS);
    registry.register("orders", USERS);
    registry.close();
    assertThat(way.done).endsWith("release", "release", "close");
  }

  @Test
  void one_that_takes_the_place_of_another_is_the_only_one_kept() {
    Way way = new Way();
    LeasedRegistry registry = new LeasedRegistry(way, time);
    registry.register("users", USERS);
    registry.register("users", USERS.withWeight(2));
    way.losers.get(0).accept("replaced");
    time.advance(Duration.ofSeconds(10));
    assertThat(way.losers).hasSize(2);
    assertThat(way.done).containsExactly("announce u at h:1 UP", "release", "announce u at h:1 UP");
  }

  @Test
  void one_that_is_replaced_before_it_is_entered_is_let_go_first() {
    Way way = new Way();
    way.slow = true;
    LeasedRegistry registry = new LeasedRegistry(way, time);
    registry.register("users", USERS);
    registry.register("users", USERS.withStatus(Status.DRAINING));
    assertThat(way.done).containsExactly("announce u at h:1 UP");
    way.answerHeld();
    assertThat(way.done)
        .containsExactly("announce u at h:1 UP", "release", "announce u at h:1 DRAINING");
  }

  @Test
  void one_that_is_replaced_before_it_has_begun_waits_for_those_before_it() {
    Way way = new Way();
    way.slow = true;
    LeasedRegistry registry = new LeasedRegistry(way, time);
    registry.register("users", USERS);
    registry.register("users", USERS.withWeight(2));
    registry.register("users", USERS.withStatus(Status.DRAINING));
    assertThat(way.done).containsExactly("announce u at h:1 UP");
    way.answerHeld();
    assertThat(way.done)
        .containsExactly("announce u at h:1 UP", "release", "announce u at h:1 DRAINING");
  }

  @Test
  void one_that_comes_after_a_removal_that_is_not_over_waits_for_it() {
    Way way = new Way();
    way.slow = true;
    LeasedRegistry registry = new LeasedRegistry(way, time);
    registry.register("users", USERS);
    assertThat(registry.deregister("users", "u")).isTrue();
    assertThat(registry.deregister("users", "u")).isFalse();
    registry.register("users", USERS.withStatus(Status.DRAINING));
    assertThat(way.done).containsExactly("announce u at h:1 UP");
    way.answerHeld();
    assertThat(way.done)
        .containsExactly("announce u at h:1 UP", "release", "announce u at h:1 DRAINING");
    assertThat(registry.deregister("users", "u")).isTrue();
  }

  @Test
  void in_memory_what_has_taken_the_place_of_another_stays_when_that_is_let_go() throws Exception {
    TargetUri target = TargetUri.parse("memory://replaced/");
    RegistryClient client = new Discoveries(time, Runnable::run).registry(target);
    RegistryClient.Lease first =
        client.announce("users", USERS, why -> {}).toCompletableFuture().get();
    client.announce("users", USERS, why -> {}).toCompletableFuture().get();
    first.release().toCompletableFuture().get();
    assertThat(new LeasedRegistry(client, time).instances("users")).containsExactly(USERS);
  }

  @Test
  void a_registry_in_memory_is_whole_by_itself() {
    TargetUri target = TargetUri.parse("memory://" + getClass().getName() + "/");
    Discoveries discoveries = new Discoveries(time, Runnable::run);
    List<List<Instance>> seen = new ArrayList<>();
    try (ServiceRegistry registry = new LeasedRegistry(discoveries.registry(target), time);
        ServiceRegistry other = new LeasedRegistry(discoveries.registry(target), time)) {
      ServiceRegistry.Watch watch = other.watch("users", seen::add);
      Registration mine = registry.register("users", USERS);
      registry.register("users", Instance.of("h", 2).withHealth(Health.UNHEALTHY));
      registry.register("orders", Instance.of("h", 3));
      assertThat(other.instances("users")).hasSize(2);
      assertThat(other.callable("users")).containsExactly(USERS);
      mine.update(USERS.withStatus(Status.DRAINING));
      assertThat(other.callable("users")).isEmpty();
      watch.close();
      registry.deregister("users", "u");
      assertThat(other.instances("users")).hasSize(1);
      assertThat(seen).hasSize(4);
      assertThat(seen.get(0)).isEmpty();
    }
  }

  @Test
  void instances_are_written_and_read() {
    Instance all =
        USERS
            .withWeight(2.5)
            .withZone("a\"b")
            .withMetadata(Map.of("version", "2", "ü", ""))
            .withStatus(Status.STARTING)
            .withHealth(Health.HEALTHY);
    assertThat(InstanceJson.read(InstanceJson.write(all))).isEqualTo(all);
    assertThat(read("{\"port\":1,\"host\":\"h\",\"more\":[1,{}]}")).isEqualTo(Instance.of("h", 1));
  }

  private static Instance read(String json) {
    return InstanceJson.read(json.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''| no instance: ",
        "{}| host is empty",
        "{\"host\":\"h\"}| port: 0 (expected: 1 to 65535)",
        "{\"host\":\"h\",\"port\":\"x\"}| no instance: port",
        "{\"host\":\"h\",\"port\":1,\"weight\":0}| weight: 0.0 (expected: above 0",
        "{\"host\":\"h\",\"port\":1,\"status\":\"ASLEEP\"}| ASLEEP",
        "{\"host\":\"h\",\"port\":1} x| no instance: ",
        "[[[[[[[[| no instance: "
      })
  void what_is_no_instance_is_told(String json, String told) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(told);
  }
}
