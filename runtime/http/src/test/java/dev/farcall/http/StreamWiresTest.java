package dev.farcall.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.Connection;
import dev.farcall.Farcall;
import dev.farcall.Server;
import dev.farcall.annotation.Code;
import dev.farcall.call.CallException;
import dev.farcall.call.Cancellation;
import dev.farcall.call.Deadline;
import dev.farcall.call.Failure;
import dev.farcall.call.Metadata;
import dev.farcall.call.Operation;
import dev.farcall.call.Outcome;
import dev.farcall.call.Payload;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.grpc.Numbers;
import dev.farcall.grpc.Recorder;
import dev.farcall.time.Time;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Streams are the same, whatever carries them. */
@Timeout(60)
class StreamWiresTest {

  /** What carries the stream. */
  enum Wire {
    GRPC(connection -> connection.wire("grpc")),
    CONNECT(connection -> connection.wire("connect")),
    CONNECT_GZIP(connection -> connection.gzip().wire("connect")),
    CONNECT_JSON(connection -> connection.wire(HttpWire.connect().json())),
    CONNECT_HTTP_1(connection -> connection.wire(HttpWire.connect().http1())),
    CONNECT_JSON_HTTP_1(connection -> connection.wire(HttpWire.connect().json().http1())),
    LINES(connection -> connection.wire("rest")),
    LINES_HTTP_2(connection -> connection.wire(HttpWire.rest().http2())),
    EVENTS(connection -> connection.wire("rest")),
    EVENTS_HTTP_2(connection -> connection.wire(HttpWire.rest().http2()));

    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    private final UnaryOperator<Connection> choose;

    Wire(UnaryOperator<Connection> choose) {
      this.choose = choose;
    }

    Metadata metadata() {
      return name().startsWith("EVENTS")
          ? Metadata.of("accept", "text/event-stream")
          : Metadata.EMPTY;
    }
  }

  private final Streams streams = new Streams();
  private Server server;
  private Connection connection;

  @BeforeEach
  void serve() {
    server = Farcall.server().listen(Http.port(0).host("127.0.0.1").gzip()).serve(streams).start();
  }

  @AfterEach
  void close() {
    if (connection != null) {
      connection.close();
    }
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void all_elements_arrive_in_order_then_the_end(Wire wire) throws Exception {
    Response response = count(wire, "5000");
    assertThat(response.headers().get("kind")).isEqualTo("stream");
    Recorder<Item> recorder = record(response, Long.MAX_VALUE).awaitEnd();
    assertThat(recorder.end).isCompleted();
    assertThat(recorder.received).isEqualTo(items(5_000));
    assertThat(outcome(response)).isEqualTo(Outcome.OK);
  }

  @ParameterizedTest
  @EnumSource
  void elements_come_one_by_one_when_asked_for_and_the_end_unasked(Wire wire) throws Exception {
    Response response = count(wire, "50");
    Recorder<Item> recorder = record(response, 0);
    for (int i = 1; i <= 50; i++) {
      recorder.request(1);
      recorder.awaitReceived(i);
    }
    recorder.awaitEnd();
    assertThat(recorder.received).isEqualTo(items(50));
    assertThat(outcome(response)).isEqualTo(Outcome.OK);
  }

  @ParameterizedTest
  @EnumSource
  void a_stream_without_elements_ends(Wire wire) throws Exception {
    Recorder<Item> recorder = record(count(wire, "0"), 0).awaitEnd();
    assertThat(recorder.end).isCompleted();
    assertThat(recorder.received).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void the_table_of_outcomes_holds_before_the_first_element(Wire wire) throws Exception {
    for (Code code : codes(wire)) {
      Failure failure = count(wire, "0 " + code).failure();
      assertThat(failure).as(code.name()).isNotNull();
      assertThat(failure.code()).isEqualTo(code);
      assertThat(failure.message()).isEqualTo("as asked");
      assertThat(failure.outcome()).as(code.name()).isEqualTo(Outcome.of(code));
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_table_of_outcomes_holds_after_elements(Wire wire) throws Exception {
    for (Code code : codes(wire)) {
      Response response = count(wire, "3 " + code);
      Recorder<Item> recorder = record(response, 3).awaitEnd();
      assertThat(recorder.received).as(code.name()).isEqualTo(items(3));
      Failure failure = failure(recorder);
      assertThat(failure.code()).isEqualTo(code);
      assertThat(failure.outcome()).as(code.name()).isEqualTo(Outcome.of(code));
      assertThat(outcome(response)).isEqualTo(failure.outcome());
    }
  }

  @ParameterizedTest
  @EnumSource
  void declared_exceptions_arrive_with_what_they_hold(Wire wire) throws Exception {
    Failure early = count(wire, "0 unknown").failure();
    Failure late = failure(record(count(wire, "2 unknown"), 9).awaitEnd());
    for (Failure failure : List.of(early, late)) {
      assertThat(failure.outcome()).isEqualTo(Outcome.DECLARED_ERROR);
      assertThat(failure.message()).isEqualTo("no item unknown");
      assertThat(failure.details()).anyMatch(d -> d.type().equals("test.NoSuchItem"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void mistakes_of_the_server_arrive_without_their_message(Wire wire) throws Exception {
    Failure failure = failure(record(count(wire, "2 broken"), 9).awaitEnd());
    assertThat(failure.outcome()).isEqualTo(Outcome.SERVER_ERROR);
    assertThat(CallException.of(failure).errorId()).isNotBlank();
    assertThat(failure.message()).doesNotContain("secret");
  }

  @ParameterizedTest
  @EnumSource
  void a_producer_stops_while_its_consumer_does_not_ask(Wire wire) throws Exception {
    Response response = count(wire, "1000000");
    Recorder<Item> recorder = record(response, 10);
    recorder.awaitReceived(10);
    Numbers<Item> numbers = streams.counting.get(20, TimeUnit.SECONDS);
    awaitStandstill(numbers);
    assertThat(numbers.made.get()).isLessThan(900_000); // what windows and sockets hold
    assertThat(recorder.received).hasSize(10);
    recorder.cancel();
    awaitCancelled(numbers);
    assertThat(outcome(response)).isEqualTo(Outcome.CANCELLED);
  }

  /** At most what was asked for when the server saw it. */
  private static void awaitCancelled(Numbers<?> numbers) {
    Recorder.await(numbers.cancelled::get);
    long then = numbers.made.get();
    awaitStandstill(numbers);
    assertThat(numbers.made.get() - then).isLessThanOrEqualTo(32);
  }

  @ParameterizedTest
  @EnumSource
  void who_cancels_stops_the_producer(Wire wire) throws Exception {
    Cancellation cancellation = new Cancellation();
    Response response =
        response(
            open(wire)
                .channel(Streams.COUNT)
                .send(
                    Request.of(
                        Streams.COUNT,
                        Payload.of(Item.CODEC, new Item("10000000")),
                        wire.metadata(),
                        Deadline.NONE,
                        cancellation)));
    Recorder<Item> recorder = record(response, 1);
    recorder.awaitReceived(1);
    cancellation.cancel(Cancellation.Reason.CALLER);
    recorder.awaitEnd();
    assertThat(failure(recorder).outcome()).isEqualTo(Outcome.CANCELLED);
    awaitCancelled(streams.counting.get(20, TimeUnit.SECONDS));
  }

  @ParameterizedTest
  @EnumSource
  void a_deadline_ends_the_stream_on_both_sides(Wire wire) throws Exception {
    Deadline deadline = Deadline.after(Duration.ofMillis(500).toNanos(), Time.system().now());
    Response response =
        response(
            open(wire)
                .channel(Streams.COUNT)
                .send(
                    Request.of(
                        Streams.COUNT,
                        Payload.of(Item.CODEC, new Item("1 silence")),
                        wire.metadata(),
                        deadline,
                        new Cancellation())));
    Recorder<Item> recorder = record(response, 9).awaitEnd();
    assertThat(failure(recorder).code()).isEqualTo(Code.DEADLINE_EXCEEDED);
    Numbers<Item> numbers = streams.counting.get(20, TimeUnit.SECONDS);
    Recorder.await(numbers.cancelled::get);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "GRPC")
  void a_closed_connection_ends_its_streams(Wire wire) throws Exception {
    Recorder<Item> recorder = record(count(wire, "1 silence"), 9);
    recorder.awaitReceived(1);
    connection.close();
    recorder.awaitEnd();
    assertThat(recorder.end).isCompletedExceptionally();
  }

  @ParameterizedTest
  @EnumSource(names = {"CONNECT", "LINES_HTTP_2", "EVENTS_HTTP_2"})
  void ten_thousand_streams_share_one_connection(Wire wire) throws Exception {
    List<CompletableFuture<Response>> begun = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      begun.add(asking(wire, "1 silence").toCompletableFuture());
    }
    List<Recorder<Item>> recorders = new ArrayList<>();
    for (CompletableFuture<Response> each : begun) {
      recorders.add(record(response(each), 2));
    }
    for (Recorder<Item> each : recorders) {
      each.awaitReceived(1);
      assertThat(each.end).isNotDone();
    }
    assertThat(streams.peers).hasSize(1);
    recorders.forEach(Recorder::cancel);
    assertThat(record(count(wire, "3"), 9).awaitEnd().received).isEqualTo(items(3));
    assertThat(streams.peers).hasSize(1);
  }

  // ---- streams of requests

  @ParameterizedTest
  @EnumSource(
      mode = Mode.MATCH_NONE,
      names = {"LINES.*", "EVENTS.*"})
  void a_stream_of_requests_has_one_answer(Wire wire) throws Exception {
    Numbers<Item> body = new Numbers<>(Item.CODEC, 5_000, i -> new Item("x".repeat(1_100)));
    Response response = send(wire, Streams.COLLECT, body);
    assertThat(response.payload().value(Item.CODEC)).isEqualTo(new Item("5000"));
    assertThat(response.headers().get("kind")).isEqualTo("one");
  }

  @ParameterizedTest
  @EnumSource(names = {"GRPC", "CONNECT", "CONNECT_GZIP", "CONNECT_JSON"})
  void a_sender_stops_while_the_server_does_not_ask(Wire wire) throws Exception {
    Cancellation cancellation = new Cancellation();
    Numbers<Item> body = new Numbers<>(Item.CODEC, 1_000_000, i -> new Item("x".repeat(1_024)));
    CompletableFuture<Response> pending =
        open(wire)
            .channel(Streams.LAZY)
            .send(
                Request.streaming(Streams.LAZY, body, Metadata.EMPTY, Deadline.NONE, cancellation))
            .toCompletableFuture();
    Recorder.await(() -> body.made.get() > 0);
    awaitStandstill(body);
    assertThat(body.made.get()).isLessThan(30_000);
    cancellation.cancel(Cancellation.Reason.CALLER);
    assertThat(response(pending).failure().outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(body.cancelled).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"GRPC", "CONNECT", "CONNECT_GZIP", "CONNECT_JSON"})
  void both_sides_speak_at_once(Wire wire) throws Exception {
    Response response =
        send(wire, Streams.CHAT, new Numbers<>(Item.CODEC, 3_000, i -> new Item("n" + i)));
    Recorder<Item> recorder = record(response, Long.MAX_VALUE).awaitEnd();
    assertThat(recorder.end).isCompleted();
    assertThat(recorder.received).isEqualTo(items(3_000));
    assertThat(outcome(response)).isEqualTo(Outcome.OK);
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.MATCH_NONE,
      names = {"LINES.*", "EVENTS.*"})
  void requests_that_fail_give_the_call_up(Wire wire) throws Exception {
    Flow.Publisher<Payload> broken =
        subscriber ->
            subscriber.onSubscribe(
                new Flow.Subscription() {
                  @Override
                  public void request(long n) {
                    subscriber.onError(new IllegalStateException("no more"));
                  }

                  @Override
                  public void cancel() {}
                });
    Failure failure = send(wire, Streams.COLLECT, broken).failure();
    assertThat(failure.outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(failure.cause()).hasMessage("no more");
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.MATCH_NONE,
      names = {"LINES.*", "EVENTS.*"})
  void a_server_may_answer_before_the_requests_have_ended(Wire wire) throws Exception {
    Numbers<Item> endless =
        new Numbers<>(Item.CODEC, Long.MAX_VALUE, i -> new Item("x".repeat(1_024)));
    Failure failure = send(wire, Streams.REFUSING, endless).failure();
    assertThat(failure.code()).isEqualTo(Code.FAILED_PRECONDITION);
    Recorder.await(endless.cancelled::get);
    assertThat(record(count(wire, "3"), 9).awaitEnd().received).isEqualTo(items(3));
  }

  @ParameterizedTest
  @EnumSource(names = {"CONNECT_HTTP_1", "CONNECT_JSON_HTTP_1"})
  void both_ways_need_http2(Wire wire) throws Exception {
    Numbers<Item> body = new Numbers<>(Item.CODEC, 1, i -> new Item("x"));
    Failure failure = send(wire, Streams.CHAT, body).failure();
    assertThat(failure.outcome()).isEqualTo(Outcome.LOCAL_REJECT);
    assertThat(failure.message()).contains("HTTP/2");
    assertThat(body.made).hasValue(0);
  }

  @ParameterizedTest
  @EnumSource(names = {"LINES", "EVENTS"})
  void rest_takes_no_streams_to_the_server(Wire wire) throws Exception {
    Numbers<Item> body = new Numbers<>(Item.CODEC, 1, i -> new Item("x"));
    Failure failure = send(wire, Streams.COLLECT, body).failure();
    assertThat(failure.outcome()).isEqualTo(Outcome.LOCAL_REJECT);
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.MATCH_NONE,
      names = {"LINES.*", "EVENTS.*"})
  void an_element_over_the_limit_is_refused_here(Wire wire) throws Exception {
    Numbers<Item> body =
        new Numbers<>(Item.CODEC, 3, i -> new Item("x".repeat(i == 2 ? 200_000 : 1)));
    connection = Farcall.connect("127.0.0.1:" + server.port()).maxMessageBytes(100_000);
    connection = wire.choose.apply(connection);
    Failure failure = send(wire, Streams.COLLECT, body).failure();
    assertThat(failure.message()).contains("(expected: at most 100000)");
  }

  // ----

  /**
   * All but OK; over gRPC a stream that ends UNAVAILABLE and says no more is taken for a connection
   * that was lost.
   */
  private static List<Code> codes(Wire wire) {
    return Arrays.stream(Code.values())
        .filter(code -> code != Code.OK && (wire != Wire.GRPC || code != Code.UNAVAILABLE))
        .toList();
  }

  private Connection open(Wire wire) {
    if (connection == null) {
      connection = wire.choose.apply(Farcall.connect("127.0.0.1:" + server.port()));
    }
    return connection;
  }

  private Response count(Wire wire, String name) throws Exception {
    return response(asking(wire, name));
  }

  private CompletionStage<Response> asking(Wire wire, String name) {
    return open(wire)
        .channel(Streams.COUNT)
        .send(
            Request.of(
                Streams.COUNT,
                Payload.of(Item.CODEC, new Item(name)),
                wire.metadata(),
                Deadline.NONE,
                new Cancellation()));
  }

  private Response send(Wire wire, Operation<?, ?> operation, Flow.Publisher<Payload> body)
      throws Exception {
    return response(
        open(wire)
            .channel(operation)
            .send(
                Request.streaming(
                    operation, body, Metadata.EMPTY, Deadline.NONE, new Cancellation())));
  }

  private static Response response(CompletionStage<Response> stage) throws Exception {
    return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  private static Recorder<Item> record(Response response, long demand) {
    assertThat(response.failure()).isNull();
    Recorder<Item> recorder = new Recorder<>(Item.CODEC, demand);
    response.payloads().subscribe(recorder);
    return recorder;
  }

  private static Failure failure(Recorder<Item> recorder) {
    Throwable thrown = recorder.end.handle((end, error) -> error).join();
    assertThat(thrown).isInstanceOf(CallException.class);
    return ((CallException) thrown).failure();
  }

  private static Outcome outcome(Response response) throws Exception {
    return response.done().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  private static List<Item> items(int count) {
    return IntStream.range(0, count).mapToObj(i -> new Item("n" + i)).toList();
  }

  /** Until nothing more was made for a while: a negative has no event to wait for. */
  static void awaitStandstill(Numbers<?> numbers) {
    long[] last = {-1, System.nanoTime()};
    Recorder.await(
        () -> {
          long now = System.nanoTime();
          if (numbers.made.get() != last[0]) {
            last[0] = numbers.made.get();
            last[1] = now;
          }
          return now - last[1] > TimeUnit.MILLISECONDS.toNanos(300);
        });
  }
}
