package dev.farcall.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.call.Handler;
import dev.farcall.call.Metadata;
import dev.farcall.call.Operation;
import dev.farcall.call.Outcome;
import dev.farcall.call.Payload;
import dev.farcall.call.Response;
import dev.farcall.grpc.Echo;
import dev.farcall.grpc.TestServer;
import dev.farcall.protocol.Envelope;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that begin a message and do not end it, and those that have nothing to say. */
@Timeout(60)
final class SlowMessageTest {

  private static final byte[] MESSAGE = Envelope.frame(0, EnvelopedClient.text("hello"));
  private static final byte[] HALF = Arrays.copyOf(MESSAGE, MESSAGE.length - 2);
  private static final byte[] NOTHING = {};

  private final Vertx loops = Loops.start();
  private TestServer server;
  private HttpClient client;

  @BeforeEach
  void start() throws Exception {
    Duration soon = Duration.ofMillis(300);
    server =
        TestServer.at(
            Http.port(0).host("127.0.0.1").readTimeouts(soon, soon),
            Handler.blocking(Echo.ECHO, (text, context) -> text),
            Handler.raw(
                Echo.COLLECT,
                request -> {
                  request.payloads().subscribe(new Listening());
                  return new CompletableFuture<>();
                }),
            Handler.raw(
                Echo.CHAT,
                request ->
                    CompletableFuture.completedFuture(
                        Response.streaming(
                            request.payloads(),
                            Metadata.EMPTY,
                            new CompletableFuture<Outcome>()))));
    client =
        loops.createHttpClient(
            new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setHttp2ClearTextUpgrade(false)
                .setDefaultHost("127.0.0.1")
                .setDefaultPort(server.port()));
  }

  @AfterEach
  void stop() {
    server.close();
    var unused = loops.close();
  }

  private HttpClientRequest begin(Operation<?, ?> operation) throws Exception {
    HttpClientRequest request =
        await(client.request(HttpMethod.POST, "/" + operation.path()))
            .putHeader("content-type", "application/grpc")
            .putHeader("te", "trailers");
    request.setChunked(true);
    return request;
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  /** The status that comes although the request never ends. */
  private String statusOf(Operation<?, ?> operation, byte[] sent) throws Exception {
    HttpClientRequest request = begin(operation);
    CompletableFuture<String> status = new CompletableFuture<>();
    request
        .response()
        .onFailure(status::completeExceptionally)
        .onSuccess(
            answer -> {
              answer.body().onComplete(end -> status.complete(grpcStatus(answer)));
            });
    await(sent.length == 0 ? request.writeHead() : request.write(Buffer.buffer(sent)));
    return status.get(20, TimeUnit.SECONDS);
  }

  private static String grpcStatus(HttpClientResponse answer) {
    String trailer = answer.getTrailer("grpc-status");
    return trailer == null ? answer.getHeader("grpc-status") : trailer;
  }

  @Test
  void halfAMessageOfACallIsCutOff() throws Exception {
    assertThat(statusOf(Echo.ECHO, HALF)).isEqualTo("4");
  }

  @Test
  void halfAMessageOfAStreamIsCutOff() throws Exception {
    assertThat(statusOf(Echo.CHAT, HALF)).isEqualTo("4");
  }

  @Test
  void aCallWithoutItsMessageIsCutOff() throws Exception {
    assertThat(statusOf(Echo.ECHO, NOTHING)).isEqualTo("4");
  }

  @Test
  void aCallThatNeverEndsIsCutOff() throws Exception {
    assertThat(statusOf(Echo.ECHO, MESSAGE)).isEqualTo("4");
  }

  @Test
  void halfAMessageAfterAWholeOneIsCutOff() throws Exception {
    byte[] both = Arrays.copyOf(MESSAGE, MESSAGE.length + HALF.length);
    System.arraycopy(HALF, 0, both, MESSAGE.length, HALF.length);
    assertThat(statusOf(Echo.CHAT, both)).isEqualTo("4");
  }

  @ParameterizedTest
  @CsvSource({
    "ECHO, application/grpc-web+proto, grpc-status: 4",
    "COLLECT, application/connect+proto, deadline_exceeded"
  })
  void overHttp1TheConnectionIsEndedToo(String call, String contentType, String status)
      throws Exception {
    Operation<?, ?> operation = call.equals("ECHO") ? Echo.ECHO : Echo.COLLECT;
    try (RawClient raw = new RawClient(server.port())) {
      raw.send(
          RawClient.head(
              "POST /" + operation.path() + " HTTP/1.1",
              "Host: a",
              "Content-Type: " + contentType,
              "Transfer-Encoding: chunked"));
      raw.send(Integer.toHexString(HALF.length) + "\r\n");
      raw.send(HALF);
      raw.send("\r\n");
      assertThat(raw.readAll()).startsWith("HTTP/1.1 200 ").contains(status);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void aStreamThatIsSilentBetweenMessagesMayWait(int messagesBefore) throws Exception {
    HttpClientRequest chat = begin(Echo.CHAT);
    BlockingQueue<Buffer> echoed = new LinkedBlockingQueue<>();
    chat.response().onSuccess(answer -> answer.handler(echoed::add));
    await(chat.writeHead());
    for (int i = 0; i < messagesBefore; i++) {
      await(chat.write(Buffer.buffer(MESSAGE)));
      assertThat(echoed.poll(20, TimeUnit.SECONDS)).isEqualTo(Buffer.buffer(MESSAGE));
    }
    for (int i = 0; i < 3; i++) { // on the same connection, each for as long as patience lasts
      assertThat(statusOf(Echo.ECHO, HALF)).isEqualTo("4");
    }
    await(chat.end(Buffer.buffer(MESSAGE)));
    assertThat(echoed.poll(20, TimeUnit.SECONDS)).isEqualTo(Buffer.buffer(MESSAGE));
  }

  /** Wants all and answers nothing. */
  private static final class Listening implements Flow.Subscriber<Payload> {
    @Override
    public void onSubscribe(Flow.Subscription stream) {
      stream.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Payload element) {}

    @Override
    public void onError(Throwable error) {}

    @Override
    public void onComplete() {}
  }
}
