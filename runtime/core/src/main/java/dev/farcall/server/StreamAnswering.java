package dev.farcall.server;

import static java.util.Objects.requireNonNull;

import dev.farcall.call.CallContext;
import dev.farcall.call.CallException;
import dev.farcall.call.Channel;
import dev.farcall.call.Handler;
import dev.farcall.call.Metadata;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.server.Answering.Named;
import dev.farcall.server.Answering.RefusedException;
import dev.farcall.server.Answering.Running;
import dev.farcall.stream.PulledPublisher;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the channels that answer by handlers which take or give streams. */
final class StreamAnswering {

  private final Answering answering;
  private final ServerThreads threads;
  private final Running direct;

  StreamAnswering(Answering answering, ServerThreads threads, Running direct) {
    this.answering = answering;
    this.threads = threads;
    this.direct = direct;
  }

  /** The channel of one method. */
  <Q, R> Channel by(Handler<Q, R> handler, Exchange<Q, R> exchange) {
    if (handler instanceof Handler.ServerStream<Q, R> publishing) {
      return new Named(
          "event loop", request -> serverStream(exchange, publishing.function(), request));
    }
    if (handler instanceof Handler.BlockingServerStream<Q, R> pulled) {
      return new Named(
          "worker",
          request ->
              answering.onThread(
                  request, received -> pulledStream(exchange, pulled.function(), received)));
    }
    if (handler instanceof Handler.ClientStream<Q, R> async) {
      return new Named("async", request -> clientStream(exchange, async.function(), request));
    }
    if (handler instanceof Handler.BlockingClientStream<Q, R> blocking) {
      return new Named(
          "worker", request -> blockingClientStream(exchange, blocking.function(), request));
    }
    Handler.BidiStream<Q, R> bidi = (Handler.BidiStream<Q, R>) handler;
    return new Named("event loop", request -> bidiStream(exchange, bidi.function(), request));
  }

  private <Q, R> CompletionStage<Response> serverStream(
      Exchange<Q, R> exchange, Handler.StreamFunction<Q, R> function, Request request) {
    CallContext context = CallContext.of(request);
    Response answer;
    try {
      Q argument = exchange.read(request);
      answer = streamed(stream(exchange, request, context, function, argument));
    } catch (RefusedException refused) {
      answer = Response.failed(refused.failure());
    } catch (Throwable thrown) { // whatever an implementation throws is its caller's answer
      answer = exchange.failed(request, thrown);
    }
    return CompletableFuture.completedFuture(answer);
  }

  private <Q, R> CompletionStage<Response> bidiStream(
      Exchange<Q, R> exchange,
      Handler.StreamFunction<Flow.Publisher<Q>, R> function,
      Request request) {
    CallContext context = CallContext.of(request);
    RequestStream<Q> requests = new RequestStream<>(exchange.operation(), request, context, direct);
    Response answer;
    try {
      AnswerStream<R> stream = stream(exchange, request, context, function, requests);
      requests.fault().thenAccept(stream::fail);
      answer = streamed(stream);
    } catch (Throwable thrown) { // whatever an implementation throws is its caller's answer
      answer = exchange.failed(request, thrown);
    }
    return CompletableFuture.completedFuture(answer);
  }

  private <A, R> AnswerStream<R> stream(
      Exchange<?, R> exchange,
      Request request,
      CallContext context,
      Handler.StreamFunction<A, R> function,
      A argument)
      throws Exception {
    Flow.Publisher<R> publisher = direct.run(context, () -> function.apply(argument, context));
    requireNonNull(publisher, "the method returned null (expected: a publisher)");
    return new AnswerStream<>(
        request,
        element -> exchange.element(request, element),
        relay ->
            direct.run(
                context,
                () -> {
                  publisher.subscribe(new InContext(context, direct).demand(relay));
                  return null;
                }),
        () -> {});
  }

  private <Q, R> Response pulledStream(
      Exchange<Q, R> exchange, Handler.Function<Q, Stream<R>> function, Request request) {
    try {
      Q argument = exchange.read(request);
      CallContext context = CallContext.of(request);
      @Nullable Stream<R> stream = context.call(() -> function.apply(argument, context));
      requireNonNull(stream, "the method returned null (expected: a java.util.stream.Stream)");
      PulledPublisher<R> pulled =
          new PulledPublisher<>(
              stream,
              task -> threads.execute(() -> context.run(task)),
              () -> CallException.of(Refusals.noRoom()));
      return streamed(
          new AnswerStream<>(
              request,
              element -> exchange.element(request, element),
              pulled::subscribe,
              pulled::closeUnused));
    } catch (RefusedException refused) {
      return Response.failed(refused.failure());
    } catch (Throwable thrown) { // whatever an implementation throws is its caller's answer
      return exchange.failed(request, thrown);
    }
  }

  private static Response streamed(AnswerStream<?> stream) {
    return Response.streaming(stream, Metadata.EMPTY, stream.done());
  }

  private <Q, R> CompletionStage<Response> clientStream(
      Exchange<Q, R> exchange,
      Handler.AsyncFunction<Flow.Publisher<Q>, R> function,
      Request request) {
    CallContext context = CallContext.of(request);
    RequestStream<Q> requests = new RequestStream<>(exchange.operation(), request, context, direct);
    CompletionStage<R> promise;
    try {
      promise = direct.run(context, () -> function.apply(requests, context));
      requireNonNull(promise, "the method returned null (expected: a CompletionStage)");
    } catch (Throwable thrown) { // whatever an implementation throws is its caller's answer
      return CompletableFuture.completedFuture(exchange.failed(request, thrown));
    }
    AsyncCall<Q, R> call = new AsyncCall<>(exchange, request, promise);
    requests.fault().thenAccept(call::refuse);
    return call.follow();
  }

  private <Q, R> CompletionStage<Response> blockingClientStream(
      Exchange<Q, R> exchange, Handler.Function<Flow.Publisher<Q>, R> function, Request request) {
    CallContext context = CallContext.of(request);
    RequestStream<Q> requests =
        new RequestStream<>(exchange.operation(), request, context, CallContext::call);
    BlockingCall call =
        answering.onThread(
            request,
            received -> {
              try {
                return exchange.write(
                    received, context.call(() -> function.apply(requests, context)));
              } catch (Throwable thrown) { // whatever it throws is its caller's answer
                return exchange.failed(received, thrown);
              }
            });
    requests.fault().thenAccept(call::giveUp);
    return call;
  }
}
