package dev.farcall.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farcall.annotation.Code;
import dev.farcall.call.CallException;
import dev.farcall.call.Cancellation;
import dev.farcall.call.Channel;
import dev.farcall.call.Deadline;
import dev.farcall.call.Failure;
import dev.farcall.call.Handler;
import dev.farcall.call.Metadata;
import dev.farcall.call.Operation;
import dev.farcall.call.Outcome;
import dev.farcall.call.Payload;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.grpc.Echo.Repeat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Raw streams each way. */
@Timeout(120)
final class StreamTest {

  private static final String KIB = "x".repeat(1024);

  /** Answers with as many as the request asks for; remembers what it made. */
  private static final class Repeating implements Channel {
    final CompletableFuture<Numbers<Repeat>> numbers = new CompletableFuture<>();

    @Override
    public CompletableFuture<Response> send(Request request) {
      Repeat asked = request.payload().value(Echo.REPEATEDLY.request());
      Numbers<Repeat> made =
          new Numbers<>(
              Echo.REPEATEDLY.response(),
              asked.number(),
              i -> new Repeat(asked.message(), (int) i));
      numbers.complete(made);
      return CompletableFuture.completedFuture(
          Response.streaming(
              made, Metadata.of("kind", "stream"), new CompletableFuture<Outcome>()));
    }
  }

  private static Handler<Repeat, Repeat> repeating(Channel channel) {
    return Handler.raw(Echo.REPEATEDLY, channel);
  }

  private static Response ask(TestServer server, TestClient client, int elements) throws Exception {
    return TestClient.send(
        client.wire(server.port()), TestClient.request(Echo.REPEATEDLY, new Repeat(KIB, elements)));
  }

  private static Request streaming(
      Operation<?, ?> operation, Flow.Publisher<Payload> body, Cancellation cancellation) {
    return Request.streaming(operation, body, Metadata.EMPTY, Deadline.NONE, cancellation);
  }

  @Test
  void allElementsArriveInOrderThenTheEnd() throws Exception {
    try (TestServer server = TestServer.of(repeating(new Repeating()));
        TestClient client = TestClient.plain()) {
      Response response = ask(server, client, 5_000);
      assertThat(response.headers()).isEqualTo(Metadata.of("kind", "stream"));
      Recorder<Repeat> recorder = new Recorder<>(Echo.REPEATEDLY.response(), Long.MAX_VALUE);
      response.payloads().subscribe(recorder);
      recorder.awaitEnd();
      assertThat(recorder.end).isCompleted();
      assertThat(recorder.received)
          .extracting(Repeat::number)
          .containsExactlyElementsOf(IntStream.range(0, 5_000).boxed().toList());
      assertThat(response.done().toCompletableFuture().get(20, TimeUnit.SECONDS))
          .isEqualTo(Outcome.OK);
    }
  }

  @Test
  void streamWithoutElementsEnds() throws Exception {
    try (TestServer server = TestServer.of(repeating(new Repeating()));
        TestClient client = TestClient.plain()) {
      Response response = ask(server, client, 0);
      Recorder<Repeat> recorder = new Recorder<>(Echo.REPEATEDLY.response(), 0);
      response.payloads().subscribe(recorder);
      recorder.awaitEnd();
      assertThat(recorder.end).isCompleted();
      assertThat(recorder.received).isEmpty();
    }
  }

  @Test
  void elementsComeOnlyWhenAskedForOneByOne() throws Exception {
    try (TestServer server = TestServer.of(repeating(new Repeating()));
        TestClient client = TestClient.plain()) {
      Response response = ask(server, client, 100);
      Recorder<Repeat> recorder = new Recorder<>(Echo.REPEATEDLY.response(), 0);
      response.payloads().subscribe(recorder);
      for (int i = 1; i <= 100; i++) {
        recorder.request(1);
        recorder.awaitReceived(i);
      }
      recorder.awaitEnd();
      assertThat(recorder.received).hasSize(100);
    }
  }

  @Test
  void producerStopsWhileTheConsumerDoesNotAsk() throws Exception {
    Repeating repeating = new Repeating();
    int elements = 200_000; // of 1 KiB
    try (TestServer server = TestServer.of(repeating(repeating));
        TestClient client = TestClient.plain()) {
      Response response = ask(server, client, elements);
      Recorder<Repeat> recorder = new Recorder<>(Echo.REPEATEDLY.response(), 10);
      response.payloads().subscribe(recorder);
      recorder.awaitReceived(10);
      Numbers<Repeat> numbers = repeating.numbers.get(20, TimeUnit.SECONDS);
      awaitStandstill(numbers);
      // The two flow-control windows, of the stream and what is written but not sent.
      assertThat(numbers.made.get()).isLessThan(3 * (GrpcTransport.FLOW_CONTROL_WINDOW >> 10));
      assertThat(recorder.received).hasSize(10);
      recorder.cancel();
      Recorder.await(numbers.cancelled::get);
      assertThat(response.done().toCompletableFuture().get(20, TimeUnit.SECONDS))
          .isEqualTo(Outcome.CANCELLED);
    }
  }

  /** Until nothing more was made for a while: a negative has no event to wait for. */
  private static void awaitStandstill(Numbers<?> numbers) {
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

  @Test
  void askingForNothingIsAnErrorOfTheSubscriber() throws Exception {
    Repeating repeating = new Repeating();
    try (TestServer server = TestServer.of(repeating(repeating));
        TestClient client = TestClient.plain()) {
      Response response = ask(server, client, 100_000);
      Recorder<Repeat> recorder = new Recorder<>(Echo.REPEATEDLY.response(), 0);
      response.payloads().subscribe(recorder);
      recorder.request(0);
      recorder.awaitEnd();
      assertThatThrownBy(recorder.end::join).hasCauseInstanceOf(IllegalArgumentException.class);
      Recorder.await(repeating.numbers.get(20, TimeUnit.SECONDS).cancelled::get);
    }
  }

  @Test
  void secondSubscriberIsRefused() throws Exception {
    try (TestServer server = TestServer.of(repeating(new Repeating()));
        TestClient client = TestClient.plain()) {
      Response response = ask(server, client, 3);
      Recorder<Repeat> first = new Recorder<>(Echo.REPEATEDLY.response(), 10);
      Recorder<Repeat> second = new Recorder<>(Echo.REPEATEDLY.response(), 10);
      response.payloads().subscribe(first);
      response.payloads().subscribe(second);
      assertThatThrownBy(second.end::join).hasCauseInstanceOf(IllegalStateException.class);
      first.awaitEnd();
      assertThat(first.received).hasSize(3);
    }
  }

  @Test
  void failureBeforeTheFirstElementIsAFailedResponse() throws Exception {
    Channel refusing =
        request ->
            CompletableFuture.completedFuture(
                Response.failed(Failure.of(Outcome.REFUSED, Code.NOT_FOUND, "nothing here")));
    try (TestServer server = TestServer.of(repeating(refusing));
        TestClient client = TestClient.plain()) {
      Response response = ask(server, client, 3);
      assertThat(response.failure().code()).isEqualTo(Code.NOT_FOUND);
      assertThat(response.failure().message()).isEqualTo("nothing here");
    }
  }

  @Test
  void failureAfterElementsIsTheEndOfTheStream() throws Exception {
    Channel breaking =
        request ->
            CompletableFuture.completedFuture(
                Response.streaming(
                    subscriber ->
                        new Numbers<>(Echo.REPEATEDLY.response(), 10, this::brokenAtFive)
                            .subscribe(subscriber),
                    Metadata.EMPTY,
                    new CompletableFuture<Outcome>()));
    try (TestServer server = TestServer.of(repeating(breaking));
        TestClient client = TestClient.plain()) {
      Response response = ask(server, client, 10);
      Recorder<Repeat> recorder = new Recorder<>(Echo.REPEATEDLY.response(), 100);
      response.payloads().subscribe(recorder);
      recorder.awaitEnd();
      assertThat(recorder.received).hasSize(5);
      assertThatThrownBy(recorder.end::join)
          .hasCauseInstanceOf(CallException.class)
          .cause()
          .isInstanceOfSatisfying(
              CallException.class,
              e -> {
                assertThat(e.code()).isEqualTo(Code.INTERNAL);
                assertThat(e.errorId()).isNotBlank();
              });
      assertThat(response.done().toCompletableFuture().get(20, TimeUnit.SECONDS))
          .isEqualTo(Outcome.SERVER_ERROR);
    }
  }

  /** The sixth has no message, which cannot be encoded. */
  private Repeat brokenAtFive(long i) {
    return new Repeat(i < 5 ? "ok" : null, (int) i);
  }

  @Test
  void requestStreamIsCollectedIntoOneAnswer() throws Exception {
    Channel collect =
        request -> {
          Recorder<String> recorder = new Recorder<>(Echo.COLLECT.request(), Long.MAX_VALUE);
          request.payloads().subscribe(recorder);
          return recorder.end.thenApply(
              nothing ->
                  Response.of(
                      Payload.of(Echo.COLLECT.response(), "" + recorder.received.size()),
                      Metadata.EMPTY));
        };
    try (TestServer server = TestServer.of(Handler.raw(Echo.COLLECT, collect));
        TestClient client = TestClient.plain()) {
      Numbers<String> body = new Numbers<>(Echo.COLLECT.request(), 20_000, i -> KIB);
      Response response =
          TestClient.send(
              client.wire(server.port()), streaming(Echo.COLLECT, body, new Cancellation()));
      assertThat(response.payload().value(Echo.COLLECT.response())).isEqualTo("20000");
    }
  }

  @Test
  void senderStopsWhileTheServerDoesNotAsk() throws Exception {
    CompletableFuture<Recorder<String>> subscribed = new CompletableFuture<>();
    Channel lazy =
        request -> {
          Recorder<String> recorder = new Recorder<>(Echo.COLLECT.request(), 0);
          request.payloads().subscribe(recorder);
          subscribed.complete(recorder);
          return new CompletableFuture<>();
        };
    try (TestServer server = TestServer.of(Handler.raw(Echo.COLLECT, lazy));
        TestClient client = TestClient.plain()) {
      Numbers<String> body = new Numbers<>(Echo.COLLECT.request(), 200_000, i -> KIB);
      Cancellation cancellation = new Cancellation();
      CompletableFuture<Response> stage =
          client
              .wire(server.port())
              .send(streaming(Echo.COLLECT, body, cancellation))
              .toCompletableFuture();
      Recorder<String> recorder = subscribed.get(20, TimeUnit.SECONDS);
      awaitStandstill(body);
      assertThat(body.made.get()).isLessThan(3 * (GrpcTransport.FLOW_CONTROL_WINDOW >> 10));
      assertThat(recorder.received).isEmpty();
      cancellation.cancel(Cancellation.Reason.CALLER);
      assertThat(stage.get(20, TimeUnit.SECONDS).failure().outcome()).isEqualTo(Outcome.CANCELLED);
      assertThat(body.cancelled).isTrue();
      recorder.awaitEnd();
      assertThat(recorder.end).isCompletedExceptionally();
    }
  }

  @Test
  void requestStreamThatFailsIsGivenUp() throws Exception {
    CompletableFuture<Recorder<String>> subscribed = new CompletableFuture<>();
    Channel open =
        request -> {
          Recorder<String> recorder = new Recorder<>(Echo.COLLECT.request(), 10);
          request.payloads().subscribe(recorder);
          subscribed.complete(recorder);
          return new CompletableFuture<>();
        };
    Flow.Publisher<Payload> broken =
        subscriber -> {
          List<String> elements = List.of("one");
          subscriber.onSubscribe(
              new Flow.Subscription() {
                private int next;

                @Override
                public void request(long n) {
                  for (long asked = 0; asked < n && next < elements.size(); asked++) {
                    subscriber.onNext(Payload.of(Echo.COLLECT.request(), elements.get(next++)));
                  }
                  subscriber.onError(new IllegalStateException("no more"));
                }

                @Override
                public void cancel() {}
              });
        };
    try (TestServer server = TestServer.of(Handler.raw(Echo.COLLECT, open));
        TestClient client = TestClient.plain()) {
      Response response =
          TestClient.send(
              client.wire(server.port()), streaming(Echo.COLLECT, broken, new Cancellation()));
      assertThat(response.failure().outcome()).isEqualTo(Outcome.CANCELLED);
      assertThat(response.failure().cause()).hasMessage("no more");
      Recorder<String> recorder = subscribed.get(20, TimeUnit.SECONDS).awaitEnd();
      assertThat(recorder.end).isCompletedExceptionally();
    }
  }

  @Test
  void bothWaysAtOnce() throws Exception {
    Channel chat =
        request ->
            CompletableFuture.completedFuture(
                Response.streaming(
                    request.payloads(), Metadata.EMPTY, new CompletableFuture<Outcome>()));
    try (TestServer server = TestServer.of(Handler.raw(Echo.CHAT, chat));
        TestClient client = TestClient.plain()) {
      Numbers<String> body = new Numbers<>(Echo.CHAT.request(), 3_000, i -> "n" + i);
      Response response =
          TestClient.send(
              client.wire(server.port()), streaming(Echo.CHAT, body, new Cancellation()));
      Recorder<String> recorder = new Recorder<>(Echo.CHAT.response(), Long.MAX_VALUE);
      response.payloads().subscribe(recorder);
      recorder.awaitEnd();
      assertThat(recorder.end).isCompleted();
      assertThat(recorder.received)
          .containsExactlyElementsOf(IntStream.range(0, 3_000).mapToObj(i -> "n" + i).toList());
    }
  }

  @Test
  void serverMayEndBeforeTheRequestDoes() throws Exception {
    Numbers<String> answers = new Numbers<>(Echo.CHAT.response(), 6_000, i -> KIB);
    Channel talkative =
        request ->
            CompletableFuture.completedFuture(
                Response.streaming(answers, Metadata.EMPTY, new CompletableFuture<Outcome>()));
    try (TestServer server = TestServer.of(Handler.raw(Echo.CHAT, talkative));
        TestClient client = TestClient.plain()) {
      Flow.Publisher<Payload> silent = subscriber -> {};
      Response response =
          TestClient.send(
              client.wire(server.port()), streaming(Echo.CHAT, silent, new Cancellation()));
      Recorder<String> recorder = new Recorder<>(Echo.CHAT.response(), 10);
      response.payloads().subscribe(recorder);
      recorder.awaitReceived(10);
      awaitStandstill(answers);
      recorder.request(Long.MAX_VALUE - 10);
      recorder.awaitEnd();
      assertThat(recorder.end).isCompleted();
      assertThat(recorder.received).hasSize(6_000);
    }
  }
}
