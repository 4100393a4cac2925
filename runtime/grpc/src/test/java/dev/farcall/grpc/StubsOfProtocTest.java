package dev.farcall.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farcall.Farcall;
import dev.farcall.Server;
import dev.farcall.ServerBuilder;
import dev.farcall.annotation.Code;
import dev.farcall.call.CallException;
import dev.farcall.call.Dispatcher;
import dev.farcall.call.Handler;
import dev.farcall.config.LiveConfiguration;
import dev.farcall.health.HealthChecks;
import dev.farcall.testing.v1.EchoRequest;
import dev.farcall.testing.v1.EchoServiceGrpc;
import dev.farcall.testing.v1.EchoServiceGrpc.EchoServiceBlockingStub;
import dev.farcall.wire.FileSchema;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Stubs that protoc makes, with our discovery and balancing: {@code farcall:///echo}. */
@Timeout(90)
final class StubsOfProtocTest {

  private static final String TARGET =
      "memory://" + StubsOfProtocTest.class.getSimpleName() + "/echo";
  private static final String KEY = "farcall.client.echo.target";
  private static final String STRATEGY = "farcall.client.echo.*.load-balanced.value";
  private static final String SPLIT = "farcall.client.echo.*.load-balanced.split";
  private static final String HEALTH_CHECKS = "farcall.client.echo.health-checks";
  private static final Metadata.Key<String> BETA =
      Metadata.Key.of("x-beta", Metadata.ASCII_STRING_MARSHALLER);
  private static final Metadata.Key<String> HASH_KEY =
      Metadata.Key.of("farcall-hash-key", Metadata.ASCII_STRING_MARSHALLER);

  private final Map<String, Server> servers = new HashMap<>();
  private ManagedChannel channel;
  private EchoServiceBlockingStub stub;

  /** What a server answers with its name. */
  private interface Answer {
    String of(String name);
  }

  @BeforeEach
  void open() {
    System.setProperty(KEY, TARGET);
    channel = NettyChannelBuilder.forTarget("farcall:///echo").usePlaintext().build();
    stub = EchoServiceGrpc.newBlockingStub(channel);
  }

  @AfterEach
  void close() {
    System.clearProperty(KEY);
    System.clearProperty(STRATEGY);
    System.clearProperty(SPLIT);
    System.clearProperty(HEALTH_CHECKS);
    channel.shutdownNow();
    servers.values().forEach(server -> server.stop(Duration.ZERO));
  }

  private void serve(String name) {
    serve(name, each -> each);
  }

  private void serve(String name, Answer answer) {
    servers.put(
        name,
        answering(name, answer)
            .register(
                TARGET,
                instance -> instance.withId(name).withMetadata(Map.of("version", "of " + name)))
            .propagation(Duration.ofMillis(500))
            .start());
  }

  private static ServerBuilder answering(String name, Answer answer) {
    Handler<String, String> echo = Handler.blocking(Echo.ECHO, (text, context) -> answer.of(name));
    return Farcall.server()
        .listen(Grpc.port(0).host("127.0.0.1"))
        .serve(dispatcher(echo))
        .reflection(false);
  }

  private static Dispatcher dispatcher(Handler<?, ?> handler) {
    return new Dispatcher() {
      @Override
      public String service() {
        return handler.operation().service();
      }

      @Override
      public List<Handler<?, ?>> handlers() {
        return List.of(handler);
      }

      @Override
      public FileSchema schema() {
        return new FileSchema("test/echo.proto", List.of(), () -> new byte[0]);
      }
    };
  }

  private EchoServiceBlockingStub saying(Metadata.Key<String> key, String value) {
    Metadata headers = new Metadata();
    headers.put(key, value);
    return stub.withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
  }

  private String call() {
    return call(stub);
  }

  private static String call(EchoServiceBlockingStub stub) {
    return stub.withDeadlineAfter(20, TimeUnit.SECONDS)
        .echo(EchoRequest.newBuilder().setMessage("x").build())
        .getMessage();
  }

  private Map<String, Integer> calls(int count) {
    Map<String, Integer> answered = new HashMap<>();
    for (int i = 0; i < count; i++) {
      answered.merge(call(), 1, Integer::sum);
    }
    return answered;
  }

  /** Calls until each of them has answered, and nobody else does. */
  private void awaitAnswersOf(String... names) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    Map<String, Integer> answered = calls(50);
    while (!answered.keySet().equals(Set.of(names))) {
      assertThat(System.nanoTime()).as("answers of " + answered).isLessThan(end);
      answered = calls(50);
    }
  }

  @Test
  void allInstancesAreCalledAndThoseThatComeAndGoAreSeen() {
    serve("a");
    serve("b");
    serve("c");
    awaitAnswersOf("a", "b", "c");
    servers.get("b").close();
    awaitAnswersOf("a", "c");
    serve("d");
    awaitAnswersOf("a", "c", "d");
  }

  @Test
  void aSlowInstanceIsLeftAlone() {
    serve("a");
    serve("b");
    serve(
        "slow",
        name -> {
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
          return name;
        });
    awaitAnswersOf("a", "b", "slow");
    calls(200);
    assertThat(calls(500).getOrDefault("slow", 0)).isLessThan(50);
  }

  @Test
  void anInstanceThatFailsIsEjected() {
    serve("a");
    serve("b");
    serve(
        "bad",
        name -> {
          throw new CallException(Code.INTERNAL, "bad");
        });
    List<String> failed = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      try {
        call();
      } catch (StatusRuntimeException thrown) {
        failed.add(thrown.getMessage());
      }
    }
    assertThat(failed).hasSizeBetween(1, 20);
  }

  @Test
  void equalKeysGoToTheSameInstance() {
    System.setProperty(STRATEGY, "consistent_hash");
    serve("a");
    serve("b");
    serve("c");
    awaitAnswersOf("a", "b", "c"); // those without a key go by lot
    Map<String, String> answered = new HashMap<>();
    for (int i = 0; i < 300; i++) {
      String name = call(saying(HASH_KEY, "customer-" + i % 30));
      String before = answered.putIfAbsent("customer-" + i % 30, name);
      assertThat(before == null ? name : before).isEqualTo(name);
    }
    assertThat(Set.copyOf(answered.values())).containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void callsThatSayItGoToWhatASplitHasForThem() {
    System.setProperty(SPLIT, "x-beta=yes to version=of b");
    serve("a");
    serve("b");
    serve("c");
    awaitAnswersOf("a", "c");
    for (int i = 0; i < 50; i++) {
      assertThat(call(saying(BETA, "yes"))).isEqualTo("b");
      assertThat(call(saying(BETA, "no"))).isNotEqualTo("b");
    }
  }

  @Test
  void whatConfigurationSaysOfTheSpreadIsFollowed() {
    serve("a");
    serve("b");
    awaitAnswersOf("a", "b");
    System.setProperty(SPLIT, "x-beta=yes to version=of b");
    System.setProperty(STRATEGY, "round_robin");
    LiveConfiguration.ofThisJvm().reload();
    awaitAnswersOf("a");
    assertThat(call(saying(BETA, "yes"))).isEqualTo("b");
    System.setProperty(STRATEGY, "no_such_strategy");
    LiveConfiguration.ofThisJvm().reload();
    assertThat(calls(20)).containsOnlyKeys("a");
    System.clearProperty(SPLIT);
    System.clearProperty(STRATEGY);
    LiveConfiguration.ofThisJvm().reload();
    awaitAnswersOf("a", "b");
  }

  @Test
  void whereHealthIsNotCheckedNobodyIsPassedOver() {
    System.setProperty(HEALTH_CHECKS, "false");
    System.setProperty(STRATEGY, "round_robin"); // by cost the faster one may have all
    AtomicBoolean well = new AtomicBoolean(true);
    Server sick = answering("sick", name -> name).health(each -> checked(each, well)).start();
    Server other = answering("other", name -> name).start();
    servers.put("sick", sick);
    servers.put("other", other);
    System.setProperty(KEY, "static:///127.0.0.1:" + sick.port() + ",127.0.0.1:" + other.port());
    awaitAnswersOf("sick", "other");
    well.set(false);
    awaitNotServing(sick);
    assertThat(calls(200)).containsOnlyKeys("sick", "other");
  }

  @Test
  void anInstanceThatIsNotWellIsPassedOver() {
    AtomicBoolean well = new AtomicBoolean(true);
    Server sick = answering("sick", name -> name).health(each -> checked(each, well)).start();
    Server other = answering("other", name -> name).start();
    servers.put("sick", sick);
    servers.put("other", other);
    System.setProperty(KEY, "static:///127.0.0.1:" + sick.port() + ",127.0.0.1:" + other.port());
    awaitAnswersOf("sick", "other");
    well.set(false);
    awaitAnswersOf("other");
    well.set(true);
    awaitAnswersOf("sick", "other");
  }

  private static void awaitNotServing(Server server) {
    ManagedChannel direct =
        NettyChannelBuilder.forAddress("127.0.0.1", server.port()).usePlaintext().build();
    try {
      long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
      HealthCheckRequest whole = HealthCheckRequest.getDefaultInstance();
      while (HealthGrpc.newBlockingStub(direct).check(whole).getStatus() == ServingStatus.SERVING) {
        assertThat(System.nanoTime()).as("it is well").isLessThan(end);
      }
    } finally {
      direct.shutdownNow();
    }
  }

  private static void checked(HealthChecks checks, AtomicBoolean well) {
    checks.readiness("well", well::get).every(Duration.ofMillis(50));
  }

  @Test
  void aNameThatNobodyKnowsIsToldWithTheKey() {
    ManagedChannel other =
        NettyChannelBuilder.forTarget("farcall:///nobody").usePlaintext().build();
    try {
      assertThatThrownBy(
              () ->
                  EchoServiceGrpc.newBlockingStub(other)
                      .withDeadlineAfter(20, TimeUnit.SECONDS)
                      .echo(EchoRequest.getDefaultInstance()))
          .isInstanceOf(StatusRuntimeException.class)
          .hasMessageContaining(
              "UNAVAILABLE: no target for nobody. Set the property farcall.client.nobody.target");
    } finally {
      other.shutdownNow();
    }
  }

  @Test
  void aServiceWithoutInstancesIsTold() {
    assertThatThrownBy(this::call)
        .isInstanceOf(StatusRuntimeException.class)
        .hasMessageContaining("UNAVAILABLE: no endpoint of " + TARGET + ": it has none");
    serve("a");
    awaitAnswersOf("a");
  }
}
