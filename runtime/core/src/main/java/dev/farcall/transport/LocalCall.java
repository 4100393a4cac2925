package dev.farcall.transport;

import dev.farcall.call.CallException;
import dev.farcall.call.Cancellation;
import dev.farcall.call.Cancellation.Reason;
import dev.farcall.call.Channel;
import dev.farcall.call.Deadline;
import dev.farcall.call.Failure;
import dev.farcall.call.Outcome;
import dev.farcall.call.Payload;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.stream.Relay;
import dev.farcall.wire.EncodeException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One call within this JVM: what each side may know of the other, and its end. */
final class LocalCall extends CompletableFuture<Response>
    implements BiConsumer<@Nullable Response, @Nullable Throwable>, Cancellation.Action {

  private final Request request;
  private final LocalServer server;
  private final Cancellation serverSide;
  private final String where;
  private final CompletableFuture<Outcome> done = new CompletableFuture<>();
  private volatile @Nullable Relay<Payload, Payload> requests;
  private volatile @Nullable Relay<Payload, Payload> responses;
  private volatile Cancellation.@Nullable Listener listener;

  LocalCall(Request request, LocalServer server, Cancellation serverSide, String name) {
    this.request = request;
    this.server = server;
    this.serverSide = serverSide;
    this.where = request.operation().path() + " at " + name;
  }

  LocalCall send(Channel method, Deadline deadline) {
    listener = request.cancellation().onCancel(this);
    if (!isDone()) {
      method.send(serverRequest(deadline)).whenComplete(this);
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
        through(relay, request.payloads()),
        request.metadata(),
        deadline,
        serverSide);
  }

  /** A request stream that breaks ends the call, as a broken connection would. */
  private void requestsEnded(@Nullable Throwable thrown) {
    if (thrown instanceof EncodeException notEncodable) {
      end(Failure.notEncodable(notEncodable), Reason.CALLER);
    } else if (thrown != null && !(thrown instanceof CancellationException)) {
      end(Failure.givenUp(Reason.CALLER, where), Reason.CALLER);
    }
  }

  /** The server has answered. */
  @Override
  public void accept(@Nullable Response response, @Nullable Throwable broken) {
    if (response == null) {
      end(Failure.ofBrokenChannel(where, broken), Reason.CALLER);
    } else if (response.failure() != null) {
      end(received(response.failure()), Reason.CALLER);
    } else if (!response.isStream()) {
      complete(response);
      finish(Outcome.OK);
    } else {
      Relay<Payload, Payload> relay =
          new Relay<>(payload -> payload, this::received, this::responsesEnded);
      responses = relay;
      if (!complete(
          Response.streaming(through(relay, response.payloads()), response.headers(), done))) {
        relay.cancel(); // given up meanwhile; the server has been told
      }
    }
  }

  private static Payload checked(Payload payload) {
    payload.check();
    return payload;
  }

  private static Flow.Publisher<Payload> through(
      Relay<Payload, Payload> relay, Flow.Publisher<Payload> source) {
    return subscriber -> {
      relay.to(subscriber);
      source.subscribe(relay);
    };
  }

  private void responsesEnded(@Nullable Throwable thrown) {
    if (thrown == null) {
      finish(Outcome.OK);
    } else if (thrown instanceof CallException failure) {
      finish(failure.outcome());
    } else {
      serverSide.cancel(Reason.CALLER);
      finish(Outcome.CANCELLED);
    }
  }

  /** The caller gives up. */
  @Override
  public void cancelled(Reason reason) {
    // A caller's own limit is, on the server, the limit of the call it is made in.
    end(
        Failure.givenUp(reason, where),
        reason == Reason.OWN_LIMIT ? Reason.INHERITED_LIMIT : reason);
  }

  private void end(Failure failure, Reason reason) {
    complete(Response.failed(failure));
    endStream(responses, failure);
    endStream(requests, failure);
    finish(failure.outcome());
    serverSide.cancel(reason);
  }

  private void finish(Outcome outcome) {
    if (!done.complete(outcome)) {
      return;
    }
    Cancellation.Listener registered = listener;
    if (registered != null) {
      registered.remove();
    }
    Relay<Payload, Payload> stream = requests;
    if (stream != null) {
      stream.cancel();
    }
    server.exit(serverSide);
  }

  private static void endStream(@Nullable Relay<Payload, Payload> stream, Failure failure) {
    if (stream != null) {
      stream.end(CallException.of(failure));
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

  private Throwable received(Throwable thrown) {
    return thrown instanceof CallException failure
        ? CallException.of(received(failure.failure()))
        : CallException.of(Failure.ofBrokenChannel(where, thrown));
  }

  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new CompletableFuture<>();
  }
}
