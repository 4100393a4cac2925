package dev.farcall.http;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.farcall.Connection;
import dev.farcall.Farcall;
import dev.farcall.Server;
import dev.farcall.annotation.Code;
import dev.farcall.call.CallContext;
import dev.farcall.call.CallException;
import dev.farcall.call.Caller;
import dev.farcall.call.Metadata;
import dev.farcall.call.Operation;
import dev.farcall.call.Outcome;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A caller sees the same, whatever carries the call, and whether it waits or not. */
@Timeout(60)
class ClientWiresTest {

  /** What carries the call. */
  enum Wire {
    LOCAL((connection, unused) -> connection),
    GRPC((unused, connection) -> connection.wire("grpc")),
    CONNECT((unused, connection) -> connection.wire("connect")),
    CONNECT_BY_GET((unused, connection) -> connection.wire(HttpWire.connect().get())),
    CONNECT_JSON((unused, connection) -> connection.wire(HttpWire.connect().json())),
    CONNECT_JSON_BY_GET((unused, connection) -> connection.wire(HttpWire.connect().json().get())),
    CONNECT_HTTP_1((unused, connection) -> connection.wire(HttpWire.connect().http1())),
    REST((unused, connection) -> connection.wire("rest")),
    REST_HTTP_2((unused, connection) -> connection.wire(HttpWire.rest().http2())),
    REST_GZIP((unused, connection) -> connection.gzip().wire("rest"));

    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    private final BiFunction<Connection, Connection, Connection> choose;

    Wire(BiFunction<Connection, Connection, Connection> choose) {
      this.choose = choose;
    }

    Connection open(Server server) {
      return choose(Farcall.connect("local:wires"), Farcall.connect("127.0.0.1:" + server.port()));
    }

    /** One of the two, over this wire. */
    Connection choose(Connection local, Connection remote) {
      return choose.apply(local, remote);
    }
  }

  private final Items items = new Items();
  private Server server;

  @BeforeEach
  void serve() {
    server =
        Farcall.server()
            .local("wires")
            .listen(Http.port(0).host("127.0.0.1").gzip())
            .serve(items)
            .start();
  }

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void results_come_back(Wire wire) throws Throwable {
    assertThat(both(wire, Items.FIND, "a ä/%2F?")).isEqualTo(new Item("a ä/%2F?"));
    assertThat(both(wire, Items.ADD, "b".repeat(5_000))).isEqualTo(new Item("b".repeat(5_000)));
    assertThat(both(wire, Items.FIND, "long")).isEqualTo(new Item("x".repeat(300_000)));
  }

  @ParameterizedTest
  @EnumSource
  void declared_exceptions_arrive_as_themselves(Wire wire) {
    for (Operation<Item, Item> operation : List.of(Items.FIND, Items.ADD)) {
      Throwable thrown = catchThrowable(() -> both(wire, operation, "unknown"));
      assertThat(thrown).isInstanceOf(NoSuchItem.class).hasMessage("no item unknown");
      assertThat(((NoSuchItem) thrown).name()).isEqualTo("unknown");
      assertThat(thrown.getCause()).isInstanceOf(CallException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void codes_and_messages_that_are_meant_for_the_peer_arrive(Wire wire) {
    CallException thrown = failure(wire, Items.ADD, "taken");
    assertThat(thrown).hasMessage("ALREADY_EXISTS: taken already");
    assertThat(thrown.outcome()).isEqualTo(Outcome.REFUSED);
  }

  @ParameterizedTest
  @EnumSource
  void the_table_of_outcomes_holds(Wire wire) throws Exception {
    try (Connection connection = wire.open(server)) {
      for (Operation<Item, Item> operation : List.of(Items.FIND, Items.ADD)) {
        Caller<Item, Item> caller = connection.peer().bind(operation);
        for (Code code : Code.values()) {
          if (code == Code.OK) {
            continue;
          }
          Throwable thrown = catchThrowable(() -> caller.call(new Item("code " + code)));
          assertThat(thrown).as("%s %s", operation, code).isInstanceOf(CallException.class);
          assertThat(((CallException) thrown).code()).isEqualTo(code);
          assertThat(((CallException) thrown).outcome())
              .as("%s %s", operation, code)
              .isEqualTo(Outcome.of(code));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void mistakes_of_the_server_arrive_without_their_message(Wire wire) {
    CallException thrown = failure(wire, Items.ADD, "broken");
    assertThat(thrown.code()).isEqualTo(Code.INTERNAL);
    assertThat(thrown.outcome()).isEqualTo(Outcome.SERVER_ERROR);
    assertThat(thrown.errorId()).isNotNull();
    assertThat(thrown.getMessage()).doesNotContain("secret");
  }

  @ParameterizedTest
  @EnumSource
  void metadata_and_deadline_reach_the_server(Wire wire) throws Exception {
    Metadata metadata =
        Metadata.of("x-tenant", "t1").withBytes("x-trace-bin", new byte[] {0, -1, 2});
    try (Connection connection = wire.open(server)) {
      var unused = connection.peer().bind(Items.ADD).call(new Item("a"), metadata);
    }
    CallContext seen = requireNonNull(items.seen);
    assertThat(seen.metadata().get("x-tenant")).isEqualTo("t1");
    assertThat(seen.metadata().getBytes("x-trace-bin")).containsExactly(0, -1, 2);
    assertThat(seen.deadline().isSet()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void who_cancels_lets_the_server_know(Wire wire) throws Exception {
    try (Connection connection = wire.open(server)) {
      CompletableFuture<Item> pending =
          connection.peer().bind(Items.WAIT).start(new Item("a"), Metadata.EMPTY);
      assertThat(items.waiting.await(10, TimeUnit.SECONDS)).isTrue();
      pending.cancel(true);
      assertThat(items.cancelled.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_timeout_ends_the_call_on_both_sides(Wire wire) throws Exception {
    Operation<Item, Item> impatient =
        Operation.unary("test.Items", "Wait", Item.CODEC, Item.CODEC)
            .policies("timeout.value", "300ms")
            .routes(Items.WAIT.routes())
            .build();
    CallException thrown = failure(wire, impatient, "a");
    assertThat(thrown.code()).isEqualTo(Code.DEADLINE_EXCEEDED);
    assertThat(items.cancelled.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LOCAL")
  void messages_over_the_limit_are_refused_here(Wire wire) {
    try (Connection opened = wire.open(server)) {
      Connection connection = opened.maxMessageBytes(100_000);
      Caller<Item, Item> add = connection.peer().bind(Items.ADD);
      assertThatThrownBy(() -> add.call(new Item("y".repeat(100_001)), Metadata.EMPTY))
          .hasMessageContaining("(expected: at most 100000)");
      Caller<Item, Item> find = connection.peer().bind(Items.FIND);
      assertThatThrownBy(() -> find.call(new Item("long"), Metadata.EMPTY))
          .hasMessageStartingWith("RESOURCE_EXHAUSTED: the answer is over");
      connection.close();
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LOCAL")
  void what_blocks_is_refused_where_calls_complete(Wire wire) throws Exception {
    try (Connection connection = wire.open(server)) {
      Caller<Item, Item> find = connection.peer().bind(Items.FIND);
      CompletableFuture<Throwable> thrown = new CompletableFuture<>();
      var unused =
          find.start(new Item("long"), Metadata.EMPTY)
              .thenAccept(
                  first ->
                      thrown.complete(
                          catchThrowable(() -> find.call(new Item("b"), Metadata.EMPTY))));
      assertThat(thrown.get(10, TimeUnit.SECONDS))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("would block an event loop");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_closed_connection_ends_its_calls(Wire wire) throws Exception {
    Connection connection = wire.open(server);
    CompletableFuture<Item> pending =
        connection.peer().bind(Items.WAIT).start(new Item("a"), Metadata.EMPTY);
    assertThat(items.waiting.await(10, TimeUnit.SECONDS)).isTrue();
    if (wire == Wire.LOCAL) {
      pending.cancel(true);
    }
    connection.close();
    assertThat(catchThrowable(() -> pending.get(10, TimeUnit.SECONDS))).isNotNull();
    assertThat(pending).isDone();
  }

  @Test
  void the_wire_is_configured_by_name() {
    for (String wire : List.of("rest", "connect")) {
      try (Connection connection = Farcall.connect("127.0.0.1:1").wire(wire)) {
        assertThat(connection.peer()).hasToString(wire + " 127.0.0.1:1");
      }
    }
    assertThatThrownBy(() -> Farcall.connect("127.0.0.1:1").wire("soap").peer())
        .hasMessageContaining("no transport for the wire 'soap'")
        .hasMessageContaining("grpc, connect and rest");
  }

  /** The result of a blocking call, which is also that of an asynchronous one. */
  private Item both(Wire wire, Operation<Item, Item> operation, String name) throws Throwable {
    try (Connection connection = wire.open(server)) {
      Caller<Item, Item> caller = connection.peer().bind(operation);
      CompletableFuture<Item> pending = caller.start(new Item(name), Metadata.EMPTY);
      Item result;
      try {
        result = caller.call(new Item(name), Metadata.EMPTY);
      } catch (Exception thrown) {
        Throwable other = catchThrowable(pending::join);
        assertThat(other).isInstanceOf(CompletionException.class);
        assertThat(other.getCause()).isInstanceOf(thrown.getClass());
        throw thrown;
      }
      assertThat(pending.get(10, TimeUnit.SECONDS)).isEqualTo(result);
      return result;
    }
  }

  private CallException failure(Wire wire, Operation<Item, Item> operation, String name) {
    Throwable thrown = catchThrowable(() -> both(wire, operation, name));
    assertThat(thrown).isInstanceOf(CallException.class);
    return (CallException) thrown;
  }
}
