package dev.farcall.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.farcall.Connection;
import dev.farcall.Farcall;
import dev.farcall.annotation.Code;
import dev.farcall.call.CallException;
import dev.farcall.call.Metadata;
import dev.farcall.call.Outcome;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only HTTP/2 can say: streams that are refused, connections that go away. */
@Timeout(60)
class ClientOverHttp2Test {

  private final Vertx loops = Loops.start();

  @AfterEach
  void close() {
    var unused = loops.close();
  }

  @ParameterizedTest
  @CsvSource({
    "1, UNKNOWN, SERVER_ERROR",
    "2, UNKNOWN, SERVER_ERROR",
    "7, UNAVAILABLE, NEVER_SENT",
    "8, UNKNOWN, SERVER_ERROR",
    "11, RESOURCE_EXHAUSTED, OVERLOADED"
  })
  void a_reset_stream_is_classified_by_its_code(long reset, Code code, Outcome outcome) {
    CallException thrown = failure(request -> request.response().reset(reset));
    assertThat(thrown.code()).isEqualTo(code);
    assertThat(thrown.outcome()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({"0, NEVER_SENT", "1, CONNECTION_LOST", "-1, CONNECTION_LOST"})
  void a_peer_that_leaves_says_which_calls_it_had_begun(int lastStream, Outcome outcome)
      throws IOException {
    try (LeavingPeer peer = new LeavingPeer(lastStream);
        Connection connection = connect(peer.address())) {
      CallException thrown = failure(connection);
      assertThat(thrown.code()).isEqualTo(Code.UNAVAILABLE);
      assertThat(thrown.outcome()).isEqualTo(outcome);
      assertThat(thrown).hasMessageContaining(peer.address());
    }
  }

  @Test
  void many_calls_share_one_connection() throws Exception {
    Set<HttpConnection> connections = ConcurrentHashMap.newKeySet();
    List<HttpServerRequest> held = new ArrayList<>(); // of the server's one loop
    Handler<HttpServerRequest> together =
        request -> {
          connections.add(request.connection());
          held.add(request);
          if (held.size() == 20) {
            held.forEach(
                each ->
                    each.response()
                        .putHeader("content-type", "application/json")
                        .end("{\"name\":\"together\"}"));
          }
        };
    try (Connection connection = connect(together)) {
      List<CompletableFuture<Item>> calls = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        calls.add(connection.peer().bind(Items.FIND).start(new Item("a"), Metadata.EMPTY));
      }
      for (CompletableFuture<Item> call : calls) {
        assertThat(call.get(20, TimeUnit.SECONDS)).isEqualTo(new Item("together"));
      }
      assertThat(connections).hasSize(1);
    }
  }

  private CallException failure(Handler<HttpServerRequest> script) {
    try (Connection connection = connect(script)) {
      return failure(connection);
    }
  }

  private static CallException failure(Connection connection) {
    return catchThrowableOfType(
        CallException.class,
        () -> connection.peer().bind(Items.FIND).call(new Item("a"), Metadata.EMPTY));
  }

  private Connection connect(Handler<HttpServerRequest> script) {
    HttpServer server =
        loops.createHttpServer().requestHandler(script).listen(0, "127.0.0.1").await();
    return connect("127.0.0.1:" + server.actualPort());
  }

  private static Connection connect(String address) {
    return Farcall.connect(address).wire(HttpWire.rest().http2());
  }
}
