package dev.farcall.transport;

import static java.util.Objects.requireNonNull;

import dev.farcall.annotation.Code;
import dev.farcall.call.CallException;
import dev.farcall.call.Cancellation;
import dev.farcall.call.Cancellation.Reason;
import dev.farcall.call.Channel;
import dev.farcall.call.Deadline;
import dev.farcall.call.Failure;
import dev.farcall.call.Metadata;
import dev.farcall.call.Operation;
import dev.farcall.call.Outcome;
import dev.farcall.call.Payload;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.stream.Inbound;
import dev.farcall.stream.Relay;
import dev.farcall.wire.EncodeException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One call within this JVM: what each side may know of the other, and its end. A stream of answers
 * begins with its first element, as on a wire.
 */
final class LocalCall extends CompletableFuture<Response>
    implements BiConsumer<@Nullable Response, @Nullable Throwable>,
        Cancellation.Action,
        Flow.Subscriber<Payload>,
        Inbound.Source {

  private final Request request;
  private final LocalChannel channel;
  private final LocalServer server;
  private final Cancellation serverSide;
  private final String where;

  /** Null if there is only one answer. */
  private final @Nullable Inbound answers;

  private final CompletableFuture<Outcome> done = new CompletableFuture<>();
  private final AtomicBoolean finished = new AtomicBoolean();
  private volatile @Nullable Relay<Payload, Payload> requests;
  private volatile Cancellation.@Nullable Listener listener;
  private volatile Metadata headers = Metadata.EMPTY;
  private volatile Flow.@Nullable Subscription upstream;

  LocalCall(Request request, LocalChannel channel, LocalServer server, Cancellation serverSide) {
    this.request = request;
    this.channel = channel;
    this.server = server;
    this.serverSide = serverSide;
    this.where = request.operation().path() + " at " + channel;
    this.answers = request.operation().kind().responseStream() ? new Inbound(this, 1) : null;
  }

  LocalCall send(Channel method, Deadline deadline) {
    listener = request.cancellation().onCancel(this);
    if (!isDone()) {
      method.send(serverRequest(deadline)).whenComplete(this);
    } else {
      forget();
    }
    return this;
  }

  private Request serverRequest(Deadline deadline) {
    if (!request.operation().kind().requestStream()) {
      return Request.of(
          request.operation(), request.payload(), request.metadata(), deadline, serverSide);
    }
    Relay<Payload, Payload> relay =
        new Relay<>(LocalCall::checked, thrown -> thrown, this::requestsEnded);
    requests = relay;
    return Request.streaming(
        request.operation(),
        subscriber -> subscribe(relay, subscriber),
        request.metadata(),
        deadline,
        serverSide);
  }

  private void subscribe(
      Relay<Payload, Payload> relay, Flow.Subscriber<? super Payload> subscriber) {
    if (!relay.to(subscriber)) {
      return;
    }
    try {
      request.payloads().subscribe(relay);
    } catch (Throwable thrown) { // a publisher must not; and the call has begun
      relay.onError(thrown);
    }
  }

  private static Payload checked(Payload payload) {
    payload.check();
    return payload;
  }

  /** A request stream that breaks ends the call, as a broken connection would. */
  private void requestsEnded(@Nullable Throwable thrown) {
    if (thrown instanceof EncodeException notEncodable) {
      end(Failure.notEncodable(notEncodable), Reason.CALLER);
    } else if (thrown != null && !(thrown instanceof CancellationException)) {
      end(
          Failure.of(
              Outcome.CANCELLED,
              Code.CANCELLED,
              "the stream of the request failed: " + where,
              thrown),
          Reason.CALLER);
    }
  }

  Operation<?, ?> operation() {
    return request.operation();
  }

  /** The server has answered. */
  @Override
  public void accept(@Nullable Response response, @Nullable Throwable broken) {
    if (response == null) {
      finish(Failure.ofBrokenChannel(where, broken));
    } else if (response.failure() != null) {
      finish(received(response.failure()));
    } else if (!response.isStream()) {
      complete(response);
      finish(null);
    } else if (!finished.get()) { // else the server has been told
      headers = response.headers();
      response.payloads().subscribe(this);
    }
  }

  // ---- the stream of answers, as the server gives it

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    upstream = subscription;
    if (finished.get()) {
      subscription.cancel();
    } else {
      subscription.request(1);
    }
  }

  @Override
  public void onNext(Payload payload) {
    begin().next(payload);
  }

  private Inbound begin() {
    Inbound stream = requireNonNull(answers);
    if (!isDone()) {
      complete(Response.streaming(stream, headers, done));
    }
    return stream;
  }

  @Override
  public void onError(Throwable thrown) {
    finish(
        thrown instanceof CallException failure
            ? received(failure.failure())
            : Failure.ofBrokenChannel(where, thrown));
  }

  @Override
  public void onComplete() {
    var unused = begin();
    finish(null);
  }

  // ---- the stream of answers, as the caller takes it

  @Override
  public void request(int elements) {
    requireNonNull(upstream).request(elements);
  }

  @Override
  public void cancel() {
    end(Failure.givenUp(Reason.CALLER, where), Reason.CALLER);
  }

  /** The caller gives up. */
  @Override
  public void cancelled(Reason reason) {
    // A caller's own limit is, on the server, the limit of the call it is made in.
    end(
        Failure.givenUp(reason, where),
        reason == Reason.OWN_LIMIT ? Reason.INHERITED_LIMIT : reason);
  }

  /** Ends it on both sides, unless it has ended. */
  void end(Failure failure, Reason reason) {
    if (finish(failure)) {
      Flow.Subscription from = upstream;
      if (from != null) {
        from.cancel();
      }
      serverSide.cancel(reason);
    }
  }

  /** Ends it on this side, well if there is no failure; false if it had ended. */
  private boolean finish(@Nullable Failure failure) {
    if (!finished.compareAndSet(false, true)) {
      return false;
    }
    forget();
    channel.ended(this);
    server.exit(serverSide);
    Relay<Payload, Payload> stream = requests;
    if (stream != null) {
      Failure end = failure == null ? Failure.givenUp(Reason.CALLER, where) : failure;
      stream.end(CallException.of(end));
    }
    if (failure != null && complete(Response.failed(failure))) {
      done.complete(failure.outcome());
      return true;
    }
    if (answers != null) {
      answers.end(failure == null ? null : CallException.of(failure));
    }
    done.complete(failure == null ? Outcome.OK : failure.outcome());
    return true;
  }

  private void forget() {
    Cancellation.Listener registered = listener;
    if (registered != null) {
      registered.remove();
    }
  }

  /** What is left of the server's failure when it has crossed a wire. */
  private Failure received(Failure failure) {
    return Failure.received(
        request.operation(),
        failure.code(),
        failure.message(),
        failure.details(),
        failure.trailers());
  }

  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new CompletableFuture<>();
  }
}
