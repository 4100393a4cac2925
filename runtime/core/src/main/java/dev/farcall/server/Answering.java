package dev.farcall.server;

import static java.util.Objects.requireNonNull;

import dev.farcall.call.CallContext;
import dev.farcall.call.Channel;
import dev.farcall.call.Failure;
import dev.farcall.call.Handler;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.time.Time;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Makes the channel that answers by a handler. There, the request is decoded, the implementation
 * runs with its context current, and its result is encoded; nothing is thrown.
 */
public final class Answering {

  private final ServerThreads threads;
  private final Time time;
  private final Exchange.Sealing sealing;
  private final Running direct;
  private final StreamAnswering streams;

  private Answering(ServerThreads threads, Time time, Exchange.Sealing sealing, Running direct) {
    this.threads = requireNonNull(threads, "threads");
    this.time = requireNonNull(time, "time");
    this.sealing = sealing;
    this.direct = direct;
    this.streams = new StreamAnswering(this, threads, direct);
  }

  /** How code runs with a context current. */
  interface Running {
    <T> T run(CallContext context, Callable<T> code) throws Exception;
  }

  /** Answers in bytes of the format that each request wants, for a wire. */
  public static Answering inBytes(ServerThreads threads, Time time) {
    Exchange.Sealing encoding = (payload, request) -> payload.bytes(request.answerFormat());
    return new Answering(threads, time, encoding, CallContext::call);
  }

  /**
   * Answers in values that have been checked as if they were encoded, within this JVM. There is no
   * event loop there; what would run on it runs on the caller's thread, and may wait no more than
   * it may on a wire.
   */
  public static Answering inValues(ServerThreads threads, Time time) {
    return new Answering(
        threads, time, (payload, request) -> payload.check(), CallContext::callWithoutBlocking);
  }

  /** The channel of one method. */
  public <Q, R> Channel by(Handler<Q, R> handler) {
    Exchange<Q, R> exchange = new Exchange<>(handler.operation(), sealing);
    // A visitor would say the same in four more files.
    if (handler instanceof Handler.Blocking<Q, R> blocking) {
      return new Named("worker", request -> onThread(exchange, blocking.function(), request));
    }
    if (handler instanceof Handler.NonBlocking<Q, R> direct) {
      return new Named("event loop", request -> here(exchange, direct.function(), request));
    }
    if (handler instanceof Handler.Async<Q, R> async) {
      return new Named("async", request -> promised(exchange, async.function(), request));
    }
    if (handler instanceof Handler.Raw<Q, R> raw) {
      return new Named("raw", request -> raw(exchange, raw.channel(), request));
    }
    return streams.by(handler, exchange);
  }

  private <Q, R> CompletionStage<Response> onThread(
      Exchange<Q, R> exchange, Handler.Function<Q, R> function, Request request) {
    return onThread(request, received -> exchange.answer(received, function, CallContext::call));
  }

  /** Has work done where it may block. */
  BlockingCall onThread(Request request, BlockingCall.Work work) {
    BlockingCall call = new BlockingCall(request, time, work);
    call.listen();
    return threads.execute(call) ? call : call.refuse(Refusals.noRoom());
  }

  private <Q, R> CompletionStage<Response> here(
      Exchange<Q, R> exchange, Handler.Function<Q, R> function, Request request) {
    return CompletableFuture.completedFuture(exchange.answer(request, function, direct));
  }

  private <Q, R> CompletionStage<Response> promised(
      Exchange<Q, R> exchange, Handler.AsyncFunction<Q, R> function, Request request) {
    Q argument;
    CompletionStage<R> promise;
    try {
      argument = exchange.read(request);
    } catch (RefusedException refused) {
      return CompletableFuture.completedFuture(Response.failed(refused.failure()));
    }
    try {
      CallContext context = CallContext.of(request);
      promise = direct.run(context, () -> function.apply(argument, context));
      requireNonNull(promise, "the method returned null (expected: a CompletionStage)");
    } catch (Throwable thrown) { // whatever an implementation throws is its caller's answer
      return CompletableFuture.completedFuture(exchange.failed(request, thrown));
    }
    return new AsyncCall<>(exchange, request, promise).follow();
  }

  private <Q, R> CompletionStage<Response> raw(
      Exchange<Q, R> exchange, Channel channel, Request request) {
    CallContext context = CallContext.of(request);
    CompletionStage<Response> stage;
    try {
      stage = direct.run(context, () -> channel.send(request));
    } catch (Throwable broken) { // a channel must not throw; its caller shall not pay for it
      return CompletableFuture.completedFuture(exchange.failed(request, broken));
    }
    return stage.handle(
        (response, broken) ->
            response == null
                ? exchange.failed(
                    request, broken == null ? new NullPointerException("response") : broken)
                : exchange.sealed(request, response));
  }

  /** A request that its implementation shall not see. */
  static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    RefusedException(Failure failure) {
      super(null, null, false, false);
      this.failure = failure;
    }

    Failure failure() {
      return failure;
    }
  }

  /** A channel, and where its implementation runs. */
  record Named(String name, Channel channel) implements Channel {
    @Override
    public CompletionStage<Response> send(Request request) {
      return channel.send(request);
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
