package dev.farcall.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.call.Channel;
import dev.farcall.call.Handler;
import dev.farcall.call.Metadata;
import dev.farcall.call.Outcome;
import dev.farcall.call.Payload;
import dev.farcall.call.Response;
import dev.farcall.grpc.Echo.Repeat;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** As many streams at a time as a server allows on one connection. */
@Timeout(120)
final class ManyStreamsTest {

  private static final int STREAMS = 10_000;

  @Test
  void tenThousandStreamsShareOneConnection() throws Exception {
    Set<Object> peers = ConcurrentHashMap.newKeySet();
    Queue<Flow.Subscriber<? super Payload>> open = new ConcurrentLinkedQueue<>();
    Channel waiting =
        request -> {
          peers.add(request.origin().address());
          return CompletableFuture.completedFuture(
              Response.streaming(
                  subscriber -> {
                    subscriber.onSubscribe(new One(subscriber));
                    open.add(subscriber);
                  },
                  Metadata.EMPTY,
                  new CompletableFuture<Outcome>()));
        };
    try (TestServer server = TestServer.of(Handler.raw(Echo.REPEATEDLY, waiting));
        TestClient client = TestClient.plain()) {
      Channel wire = client.wire(server.port());
      List<CompletableFuture<Response>> begun = new ArrayList<>();
      for (int i = 0; i < STREAMS; i++) {
        begun.add(
            wire.send(TestClient.request(Echo.REPEATEDLY, new Repeat("m", 1)))
                .toCompletableFuture());
      }
      List<Recorder<Repeat>> recorders = new ArrayList<>();
      for (CompletableFuture<Response> each : begun) {
        Recorder<Repeat> recorder = new Recorder<>(Echo.REPEATEDLY.response(), 2);
        each.get(60, TimeUnit.SECONDS).payloads().subscribe(recorder);
        recorders.add(recorder);
      }
      Recorder.await(() -> open.size() == STREAMS);
      assertThat(peers).hasSize(1);
      open.forEach(Flow.Subscriber::onComplete);
      for (Recorder<Repeat> each : recorders) {
        each.awaitEnd();
        assertThat(each.received).hasSize(1);
      }
    }
  }

  /** Gives one element. */
  private static final class One implements Flow.Subscription {
    private final Flow.Subscriber<? super Payload> to;
    private final AtomicBoolean given = new AtomicBoolean();

    One(Flow.Subscriber<? super Payload> to) {
      this.to = to;
    }

    @Override
    public void request(long elements) {
      if (given.compareAndSet(false, true)) {
        to.onNext(Payload.of(Echo.REPEATEDLY.response(), new Repeat("m", 1)));
      }
    }

    @Override
    public void cancel() {}
  }
}
