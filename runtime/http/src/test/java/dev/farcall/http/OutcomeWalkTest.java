package dev.farcall.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.Connection;
import dev.farcall.Farcall;
import dev.farcall.Server;
import dev.farcall.annotation.Code;
import dev.farcall.call.CallContext;
import dev.farcall.call.CallException;
import dev.farcall.call.Cancellation;
import dev.farcall.call.Cancellation.Reason;
import dev.farcall.call.Deadline;
import dev.farcall.call.DeclaredError;
import dev.farcall.call.Dispatcher;
import dev.farcall.call.Handler;
import dev.farcall.call.Metadata;
import dev.farcall.call.Operation;
import dev.farcall.call.Outcome;
import dev.farcall.call.Payload;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.health.Health;
import dev.farcall.http.ClientWiresTest.Wire;
import dev.farcall.route.Verb;
import dev.farcall.time.Time;
import dev.farcall.wire.FileSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each row of the table of outcomes, brought about for real, is the same over each wire. */
@Timeout(60)
class OutcomeWalkTest {

  private static final DeclaredError<NoSuchItem> DECLARED = NoSuchItem.ERROR;

  private static final DeclaredError<Passing> TRANSIENT =
      new DeclaredError<>(
          Passing.class, Code.UNAVAILABLE, "PASSING", new Passing.Codec(), Duration.ofMillis(5));

  private static final Operation<Item, Item> WALK = walk("timeout.value", "20s");
  private static final Operation<Item, Item> HURRIED = walk("timeout.value", "200ms");

  /** Nothing can be lost on the way within a JVM. */
  private static final Set<Outcome> NOT_LOCAL = EnumSet.of(Outcome.CONNECTION_LOST);

  private static final Set<Wire> HTTP_1 =
      EnumSet.of(Wire.CONNECT_HTTP_1, Wire.REST, Wire.REST_GZIP);

  private static Operation<Item, Item> walk(String... policies) {
    return Operation.unary("test.Walk", "Walk", Item.CODEC, Item.CODEC)
        .policies(policies)
        .errors(DECLARED, TRANSIENT)
        .routes(List.of(new Items.ItemRoute(Verb.POST, "/walk")))
        .build();
  }

  static Stream<Arguments> rows() {
    return Stream.of(Wire.values())
        .flatMap(
            wire ->
                Stream.of(Outcome.values())
                    .filter(outcome -> wire != Wire.LOCAL || !NOT_LOCAL.contains(outcome))
                    .map(outcome -> Arguments.of(wire, outcome)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("rows")
  void a_row_is_the_same_over_each_wire(Wire wire, Outcome outcome) throws Exception {
    Walk walk = new Walk();
    try (Server server =
            Farcall.server()
                .local("wires")
                .listen(Http.port(0).host("127.0.0.1"))
                .drain(Duration.ZERO)
                .serve(walk)
                .start();
        Connection connection = wire.open(server)) {
      assertThat(end(wire, outcome, connection, walk)).isEqualTo(outcome);
    }
  }

  private static Outcome end(Wire wire, Outcome outcome, Connection connection, Walk walk)
      throws Exception {
    Cancellation cancellation = new Cancellation();
    return switch (outcome) {
      case OWN_LIMIT -> end(connection, HURRIED, "wait", Deadline.NONE, cancellation);
      case INHERITED_LIMIT -> end(connection, WALK, "wait", in(200), cancellation);
      case LOCAL_REJECT -> end(connection, WALK, "fine", in(-1), cancellation);
      case CANCELLED -> {
        CompletableFuture<Response> call = send(connection, WALK, "wait", cancellation);
        assertThat(walk.waiting.await(20, TimeUnit.SECONDS)).isTrue();
        cancellation.cancel(Reason.CALLER);
        yield outcome(call);
      }
      case NEVER_SENT -> {
        try (Connection nowhere = elsewhere(wire, "127.0.0.1:" + closedPort())) {
          yield end(nowhere, WALK, "fine", Deadline.NONE, cancellation);
        }
      }
      case CONNECTION_LOST -> {
        try (Leaving peer = new Leaving(HTTP_1.contains(wire));
            Connection leaving = elsewhere(wire, peer.address())) {
          yield end(leaving, WALK, "fine", Deadline.NONE, cancellation);
        }
      }
      default -> end(connection, WALK, outcome.name(), Deadline.NONE, cancellation);
    };
  }

  private static Connection elsewhere(Wire wire, String address) {
    return wire.choose(Farcall.connect("local:nobody"), Farcall.connect(address));
  }

  private static Deadline in(long millis) {
    return Deadline.after(Duration.ofMillis(millis).toNanos(), Time.system().now());
  }

  private static Outcome end(
      Connection connection,
      Operation<Item, Item> operation,
      String what,
      Deadline deadline,
      Cancellation cancellation)
      throws Exception {
    return outcome(send(connection, operation, what, deadline, cancellation));
  }

  private static CompletableFuture<Response> send(
      Connection connection,
      Operation<Item, Item> operation,
      String what,
      Cancellation cancellation) {
    return send(connection, operation, what, Deadline.NONE, cancellation);
  }

  private static CompletableFuture<Response> send(
      Connection connection,
      Operation<Item, Item> operation,
      String what,
      Deadline deadline,
      Cancellation cancellation) {
    return connection
        .channel(operation)
        .send(
            Request.of(
                operation,
                Payload.of(Item.CODEC, new Item(what)),
                Metadata.EMPTY,
                deadline,
                cancellation))
        .toCompletableFuture();
  }

  private static Outcome outcome(CompletableFuture<Response> call) throws Exception {
    Response response = call.get(30, TimeUnit.SECONDS);
    return response.failure() == null ? Outcome.OK : response.failure().outcome();
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Ends as it is told to. */
  private static final class Walk implements Dispatcher {
    final CountDownLatch waiting = new CountDownLatch(1);

    @Override
    public String service() {
      return "test.Walk";
    }

    @Override
    public List<Handler<?, ?>> handlers() {
      return List.of(Handler.async(WALK, this::answer));
    }

    @Override
    public FileSchema schema() {
      return Health.schema(); // any: nobody asks for it
    }

    private CompletionStage<Item> answer(Item item, CallContext context) throws Exception {
      switch (item.name()) {
        case "DECLARED_ERROR" -> throw new NoSuchItem("a");
        case "TRANSIENT_ERROR" -> throw new Passing();
        case "REFUSED" -> throw new CallException(Code.NOT_FOUND, "on purpose");
        case "OVERLOADED" -> throw new CallException(Code.RESOURCE_EXHAUSTED, "on purpose");
        case "UNAVAILABLE" -> throw new CallException(Code.UNAVAILABLE, "on purpose");
        case "SERVER_ERROR" -> throw new IllegalStateException("on purpose");
        case "PEER_DEADLINE" -> throw new CallException(Code.DEADLINE_EXCEEDED, "on purpose");
        case "CONTRACT_MISMATCH" -> throw new CallException(Code.UNIMPLEMENTED, "on purpose");
        case "wait" -> {
          waiting.countDown();
          return new CompletableFuture<>();
        }
        default -> {
          return CompletableFuture.completedFuture(item);
        }
      }
    }
  }

  /** A peer that closes the connection when a call has come. */
  private record Leaving(LeavingPeer http2, ServerSocket http1) implements AutoCloseable {

    Leaving(boolean first) throws IOException {
      this(first ? null : new LeavingPeer(-1), first ? leavingHttp1() : null);
    }

    private static ServerSocket leavingHttp1() throws IOException {
      ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      Thread thread =
          new Thread(
              () -> {
                try (Socket socket = listening.accept()) {
                  // The request is small: once a part of it is there, it has been sent.
                  if (socket.getInputStream().read(new byte[1 << 16]) < 0) {
                    throw new IllegalStateException("no request came");
                  }
                } catch (IOException closed) {
                  throw new UncheckedIOException(closed);
                }
              },
              "leaving-peer");
      thread.setDaemon(true);
      thread.start();
      return listening;
    }

    String address() {
      return http2 != null ? http2.address() : "127.0.0.1:" + http1.getLocalPort();
    }

    @Override
    public void close() throws IOException {
      if (http2 != null) {
        http2.close();
      } else {
        http1.close();
      }
    }
  }
}
