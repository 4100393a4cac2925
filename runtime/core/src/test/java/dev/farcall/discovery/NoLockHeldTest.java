package dev.farcall.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.call.Endpoint;
import dev.farcall.registry.Instance;
import dev.farcall.registry.Registration;
import dev.farcall.registry.ServiceRegistry;
import dev.farcall.spi.TargetUri;
import dev.farcall.time.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Changes, watches that begin and watches that end, all at once: nobody waits for another one. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NoLockHeldTest {

  private static final int TURNS = 3_000;

  private final ManualTime time = new ManualTime();
  private final Discoveries discoveries = new Discoveries(time, Runnable::run);

  /** Runs each in a thread of its own, again and again; fails if they do not come to an end. */
  private static void together(IntConsumer... works) throws InterruptedException {
    List<Throwable> thrown = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (IntConsumer work : works) {
      Thread thread =
          new Thread(
              () -> {
                for (int turn = 0; turn < TURNS; turn++) {
                  work.accept(turn);
                }
              });
      thread.setDaemon(true);
      thread.setUncaughtExceptionHandler((where, why) -> thrown.add(why));
      threads.add(thread);
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join(Duration.ofSeconds(30).toMillis());
      assertThat(thread.isAlive()).as("a thread waits for another one").isFalse();
    }
    assertThat(thrown).isEmpty();
  }

  private String target(String service) {
    return "memory://" + getClass().getName() + "/" + service;
  }

  private ServiceRegistry registry() {
    return new LeasedRegistry(discoveries.registry(TargetUri.parse(target("x"))), time);
  }

  private static void flap(ServiceRegistry registry, String service, int turn) {
    Registration one = registry.register(service, Instance.of("h", 1 + turn % 7));
    one.update(one.instance().withWeight(1 + turn % 3));
    one.close();
  }

  private void beginAndEnd(String target) {
    DiscoveredEndpoints some =
        new DiscoveredEndpoints(
            discoveries.open(TargetUri.parse(target)), null, time, Runnable::run);
    some.begin(found -> {}, why -> {});
    some.close();
  }

  /** What is told in the end is what there is in the end. */
  private void assertToldLast(AtomicReference<List<Endpoint>> told, ServiceRegistry registry) {
    registry.register("users", Instance.of("last", 1));
    time.advance(Duration.ofSeconds(11)); // what went while nothing else was there is gone then
    assertThat(told.get()).containsExactly(Endpoint.of("last", 1));
  }

  @Test
  void of_a_registry_in_memory() throws InterruptedException {
    AtomicReference<List<Endpoint>> told = new AtomicReference<>(List.of());
    try (ServiceRegistry registry = registry();
        DiscoveredEndpoints all =
            new DiscoveredEndpoints(
                discoveries.open(TargetUri.parse(target("users"))), null, time, Runnable::run)) {
      all.begin(told::set, why -> {});
      together(
          turn -> flap(registry, "users", turn),
          turn -> flap(registry, "users", turn + 3),
          turn -> beginAndEnd(target("users")),
          turn -> beginAndEnd(target("users")));
      assertToldLast(told, registry);
    }
  }

  @Test
  void of_a_fallback() throws InterruptedException {
    AtomicReference<List<Endpoint>> told = new AtomicReference<>(List.of());
    String either = "fallback:" + target("users") + " | " + target("more");
    try (ServiceRegistry registry = registry();
        DiscoveredEndpoints all =
            new DiscoveredEndpoints(
                discoveries.open(TargetUri.parse(either)), null, time, Runnable::run)) {
      all.begin(told::set, why -> {});
      together(
          turn -> flap(registry, "users", turn),
          turn -> flap(registry, "more", turn),
          turn -> beginAndEnd(either),
          turn -> beginAndEnd(either));
      assertToldLast(told, registry);
    }
  }

  @Test
  void of_those_who_watch_and_hold_locks_of_their_own() throws InterruptedException {
    Object theirs = new Object();
    try (ServiceRegistry registry = registry()) {
      together(
          turn -> flap(registry, "users", turn),
          turn -> {
            ServiceRegistry.Watch watch =
                registry.watch(
                    "users",
                    all -> {
                      synchronized (theirs) {
                        assertThat(all).isNotNull();
                      }
                    });
            synchronized (theirs) {
              watch.close();
            }
          });
    }
  }

  @Test
  void a_watcher_may_change_what_it_watches() {
    List<Integer> told = new ArrayList<>();
    try (ServiceRegistry registry = registry()) {
      registry.watch(
          "users",
          all -> {
            told.add(all.size());
            Stream.of(1, 2, 3)
                .filter(port -> port == all.size() + 1)
                .forEach(port -> registry.register("users", Instance.of("h", port)));
          });
      assertThat(told).containsExactly(0, 1, 2, 3);
    }
  }
}
