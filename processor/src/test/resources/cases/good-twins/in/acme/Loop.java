package acme;

import dev.farcall.annotation.Code;
import dev.farcall.call.CallContext;
import dev.farcall.call.CallException;
import dev.farcall.call.Caller;
import dev.farcall.call.Cancellation;
import dev.farcall.call.Deadline;
import dev.farcall.call.Dispatcher;
import dev.farcall.call.Failure;
import dev.farcall.call.Handler;
import dev.farcall.call.Metadata;
import dev.farcall.call.Operation;
import dev.farcall.call.Outcome;
import dev.farcall.call.Peer;
import dev.farcall.call.Request;
import dev.farcall.call.StreamCaller;
import dev.farcall.wire.DecodeLimits;
import dev.farcall.wire.MessageCodec;
import dev.farcall.wire.ProtobufReader;
import dev.farcall.wire.ProtobufWriter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

/** Hands calls to a dispatcher, their messages through their codecs; without one, all fail. */
record Loop(Dispatcher dispatcher) implements Peer {

  private interface Task<T> {
    T run() throws Exception;
  }

  private record Bound<Q, R>(Dispatcher dispatcher, Operation<Q, R> operation)
      implements Caller<Q, R>, StreamCaller<Q, R> {

    @Override
    public R call(Q request, Metadata metadata) {
      return start(request, metadata).join();
    }

    @Override
    public CompletableFuture<R> start(Q request, Metadata metadata) {
      return later(
          () ->
              ((Handler.Async<Q, R>) handler())
                  .function().apply(request(request), context(metadata)).toCompletableFuture());
    }

    @Override
    public Flow.Publisher<R> publish(Q request, Metadata metadata) {
      return published(
          () ->
              ((Handler.ServerStream<Q, R>) handler())
                  .function().apply(request(request), context(metadata)));
    }

    @Override
    public Stream<R> stream(Q request, Metadata metadata) {
      return Stream.of(request)
          .flatMap(
              each ->
                  now(
                      () ->
                          ((Handler.BlockingServerStream<Q, R>) handler())
                              .function().apply(request(each), context(metadata))))
          .map(this::response);
    }

    @Override
    public R callWith(Flow.Publisher<Q> requests, Metadata metadata) {
      return response(
          now(
              () ->
                  ((Handler.BlockingClientStream<Q, R>) handler())
                      .function().apply(requests(requests), context(metadata))));
    }

    @Override
    public R callWith(Stream<Q> requests, Metadata metadata) {
      return callWith(Lists.publisher(requests.toList()), metadata);
    }

    @Override
    public CompletableFuture<R> startWith(Flow.Publisher<Q> requests, Metadata metadata) {
      return later(
          () ->
              ((Handler.ClientStream<Q, R>) handler())
                  .function().apply(requests(requests), context(metadata)).toCompletableFuture());
    }

    @Override
    public Flow.Publisher<R> publishWith(Flow.Publisher<Q> requests, Metadata metadata) {
      return published(
          () ->
              ((Handler.BidiStream<Q, R>) handler())
                  .function().apply(requests(requests), context(metadata)));
    }

    private CompletableFuture<R> later(Task<CompletableFuture<R>> call) {
      try {
        return call.run().thenApply(this::response);
      } catch (Exception thrown) {
        return CompletableFuture.failedFuture(thrown);
      }
    }

    private Flow.Publisher<R> published(Task<Flow.Publisher<R>> call) {
      return subscriber -> {
        try {
          List<R> answered = Lists.of(call.run()).join();
          Lists.publisher(answered.stream().map(this::response).toList()).subscribe(subscriber);
        } catch (Exception thrown) {
          Lists.publisher(List.of()).subscribe(new Failing<>(subscriber, thrown));
        }
      };
    }

    private static <T> T now(Task<T> call) {
      try {
        return call.run();
      } catch (Exception thrown) {
        throw Loop.<RuntimeException>sneaky(thrown);
      }
    }

    @SuppressWarnings("unchecked") // the handler is that of the operation
    private Handler<Q, R> handler() {
      if (dispatcher == null) {
        throw CallException.of(Failure.of(Outcome.NEVER_SENT, Code.UNAVAILABLE, "nobody there"));
      }
      return (Handler<Q, R>)
          dispatcher.handlers().stream()
              .filter(handler -> handler.operation() == operation)
              .findFirst()
              .orElseThrow();
    }

    private Q request(Q request) {
      return sent(operation.request(), request);
    }

    private Flow.Publisher<Q> requests(Flow.Publisher<Q> requests) {
      return Lists.publisher(Lists.of(requests).join().stream().map(this::request).toList());
    }

    private R response(R response) {
      return sent(operation.response(), response);
    }

    private CallContext context(Metadata metadata) {
      return CallContext.of(
          Request.streaming(
              operation,
              Lists.publisher(List.of()),
              metadata,
              Deadline.NONE,
              new Cancellation()));
    }
  }

  @Override
  public <Q, R> Caller<Q, R> bind(Operation<Q, R> operation) {
    return new Bound<>(dispatcher, operation);
  }

  @Override
  public <Q, R> StreamCaller<Q, R> bindStream(Operation<Q, R> operation) {
    return new Bound<>(dispatcher, operation);
  }

  private static <T> T sent(MessageCodec<T> codec, T message) {
    return ProtobufReader.decode(
        codec, ProtobufWriter.encode(codec, message), DecodeLimits.DEFAULT);
  }

  @SuppressWarnings("unchecked")
  private static <E extends Exception> E sneaky(Exception thrown) throws E {
    throw (E) thrown;
  }

  /** Fails where it is told to complete. */
  private record Failing<T>(Flow.Subscriber<? super T> subscriber, Exception thrown)
      implements Flow.Subscriber<Object> {

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscriber.onSubscribe(subscription);
    }

    @Override
    public void onNext(Object element) {}

    @Override
    public void onError(Throwable error) {}

    @Override
    public void onComplete() {
      subscriber.onError(thrown);
    }
  }
}
