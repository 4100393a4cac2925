package dev.farcall.discovery.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.Connection;
import dev.farcall.Farcall;
import dev.farcall.balance.EndpointStatus;
import dev.farcall.grpc.fleet.Fleet;
import dev.farcall.grpc.fleet.Load;
import dev.farcall.grpc.fleet.Member;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.curator.test.TestingServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Three servers, each a process of its own, entered in a real ZooKeeper, under load. */
@Timeout(180)
class FleetTest {

  private static final int CALLS_PER_SECOND = 600;
  private static final String TIMEOUT = "farcall.client.Fleet.name.timeout.value";

  private TestingServer zookeeper;
  private String target;
  private Connection connection;
  private Fleet fleet;
  private final List<Member> members = new ArrayList<>();

  @BeforeEach
  void start() throws Exception {
    zookeeper = new TestingServer();
    target = "zookeeper://" + zookeeper.getConnectString() + "/fleet";
    for (String name : List.of("a", "b", "c")) {
      members.add(Member.start(name, target, 0, Duration.ZERO));
    }
    awaitAll();
    connection = Farcall.connect(target);
    fleet = connection.client(Fleet.class);
    await(() -> fleet.name() != null && connection.endpoints().size() == 3);
  }

  /** Calls until each has answered: what is new is slow, on a busy machine for seconds. */
  private void awaitAll() throws InterruptedException {
    System.setProperty(TIMEOUT, "60s");
    try (Connection first = Farcall.connect(target)) {
      Fleet all = first.client(Fleet.class);
      Set<String> answered = new HashSet<>();
      await(
          () -> {
            answered.add(all.name());
            return answered.size() == 3;
          });
    } finally {
      System.clearProperty(TIMEOUT);
    }
  }

  @AfterEach
  void stop() throws Exception {
    System.clearProperty(TIMEOUT);
    connection.close();
    members.forEach(Member::close);
    zookeeper.close();
  }

  /** Polls: what is waited for is in other processes. */
  private static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited for a minute").isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  @Test
  void a_rolling_restart_is_not_felt() throws Exception {
    try (Load load = Load.begin(fleet, CALLS_PER_SECOND)) {
      for (int i = 0; i < 3; i++) {
        Member old = members.get(i);
        assertThat(old.terminate()).isTrue();
        Member next = Member.start(old.name() + "2", target, 0, Duration.ZERO);
        members.set(i, next);
        await(() -> load.answers().containsKey(next.name()));
      }
      assertThat(load.failures()).isEmpty();
      assertThat(load.rate()).isGreaterThan(500);
    }
    await(() -> connection.endpoints().size() == 3);
  }

  @Test
  void a_server_that_is_killed_is_left_alone_and_gets_its_share_when_it_is_back() throws Exception {
    try (Load load = Load.begin(fleet, CALLS_PER_SECOND)) {
      await(() -> load.answers().size() == 3);
      Member killed = members.get(1);
      killed.kill();
      TimeUnit.SECONDS.sleep(1);
      double tried = status("b").calls();
      TimeUnit.SECONDS.sleep(5);
      // It may have left the list meanwhile: its session has run out.
      connection.endpoints().stream()
          .filter(each -> each.endpoint().id().equals("b"))
          .forEach(each -> assertThat((double) each.calls()).isEqualTo(tried));
      assertThat(load.failures()).isEmpty();

      members.set(1, Member.start("b", target, killed.port(), Duration.ZERO));
      long back = System.nanoTime();
      long before = load.answers().get("b");
      await(() -> load.answers().get("b") > before);
      TimeUnit.NANOSECONDS.sleep(
          Math.max(0, back + Duration.ofSeconds(30).toNanos() - System.nanoTime()));
      Map<String, Double> shares = load.shares(6_000);
      assertThat(shares.get("b"))
          .as("of %s; %s", shares, connection.endpoints())
          .isBetween(0.8 / 3, 1.2 / 3);
      assertThat(load.failures()).isEmpty();
      assertThat(load.rate()).isGreaterThan(500);
    }
  }

  private EndpointStatus status(String id) {
    return connection.endpoints().stream()
        .filter(each -> each.endpoint().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_signal_lets_the_call_that_is_in_flight_end() throws Exception {
    Member slow = Member.start("slow", "", 0, Duration.ofSeconds(4));
    members.add(slow);
    try (Connection direct = Farcall.connect("127.0.0.1:" + slow.port())) {
      CompletableFuture<String> answer = call(direct);
      slow.signal();
      await(() -> !slow.isAlive() || refuses(slow));
      assertThat(slow.isAlive()).isTrue();
      assertThat(answer).isNotDone();
      assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo("slow");
      assertThat(slow.awaitEnd(Duration.ofSeconds(20))).isTrue();
      assertThat(slow.exitCode()).isEqualTo(143);
    }
  }

  /** The first one alone would have waited for the call, thirty seconds at most. */
  @Test
  void a_second_signal_ends_a_server_at_once() throws Exception {
    Member slow = Member.start("slow", "", 0, Duration.ofSeconds(60));
    members.add(slow);
    try (Connection direct = Farcall.connect("127.0.0.1:" + slow.port())) {
      CompletableFuture<String> answer = call(direct);
      slow.signal();
      await(() -> !slow.isAlive() || refuses(slow));
      assertThat(slow.isAlive()).isTrue();
      assertThat(answer).isNotDone();
      slow.signal();
      assertThat(slow.awaitEnd(Duration.ofSeconds(5))).isTrue();
      assertThat(slow.exitCode()).isEqualTo(143);
      assertThat(answer).failsWithin(Duration.ofSeconds(20));
    }
  }

  /** One that is on its way when this returns. */
  private static CompletableFuture<String> call(Connection connection) throws Exception {
    System.setProperty(TIMEOUT, "90s");
    Fleet one = connection.client(Fleet.class);
    CompletableFuture<String> answer = CompletableFuture.supplyAsync(one::name, FleetTest::daemon);
    await(() -> connection.endpoints().get(0).inFlight() == 1);
    return answer;
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "caller");
    thread.setDaemon(true);
    thread.start();
  }

  private static boolean refuses(Member member) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), member.port()), 100);
      return false;
    } catch (IOException refused) {
      return true;
    }
  }
}
