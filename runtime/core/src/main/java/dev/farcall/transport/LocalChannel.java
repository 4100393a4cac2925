package dev.farcall.transport;

import dev.farcall.annotation.Code;
import dev.farcall.call.Cancellation;
import dev.farcall.call.Channel;
import dev.farcall.call.Deadline;
import dev.farcall.call.Failure;
import dev.farcall.call.Operation;
import dev.farcall.call.Outcome;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.time.Time;
import dev.farcall.wire.EncodeException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The wire to a server of this JVM. The server is looked for at each call, so that it may be
 * started after its clients are made.
 */
public final class LocalChannel implements Channel, AutoCloseable {

  private final String name;
  private final Time time;
  private final Set<LocalCall> calls = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /** The way to the server of this name; empty for the one that has none. */
  public LocalChannel(String name, Time time) {
    this.name = name;
    this.time = time;
  }

  @Override
  public CompletionStage<Response> send(Request request) {
    if (closed) {
      return CompletableFuture.completedFuture(Response.failed(closedHere(request.operation())));
    }
    LocalServer server = LocalListener.find(name);
    if (server == null) {
      return failed(
          Outcome.NEVER_SENT,
          Code.UNAVAILABLE,
          "no server at "
              + this
              + " in this JVM (start one: Farcall.server().local("
              + (name.isEmpty() ? "" : '"' + name + '"')
              + ")…): "
              + request.operation());
    }
    Channel method = server.method(request.operation().path());
    if (method == null) {
      return failed(Outcome.CONTRACT_MISMATCH, Code.UNIMPLEMENTED, absent(server, request));
    }
    boolean stream = request.operation().kind().requestStream();
    if (!stream) {
      try {
        request.payload().check();
      } catch (EncodeException notEncodable) {
        return CompletableFuture.completedFuture(
            Response.failed(Failure.notEncodable(notEncodable)));
      }
    }
    Cancellation serverSide = new Cancellation();
    if (!server.enter(serverSide)) {
      return failed(Outcome.NEVER_SENT, Code.UNAVAILABLE, "the server at " + this + " is stopping");
    }
    LocalCall call = new LocalCall(request, this, server, serverSide);
    calls.add(call);
    if (closed) { // since
      call.end(closedHere(request.operation()), Cancellation.Reason.CALLER);
      return call;
    }
    return call.send(method, deadline(request.deadline(), server.time()));
  }

  /** It need not be ended any more. */
  void ended(LocalCall call) {
    calls.remove(call);
  }

  /** Ends the calls in flight, and takes no more. */
  @Override
  public void close() {
    closed = true;
    for (LocalCall call : calls) {
      call.end(closedHere(call.operation()), Cancellation.Reason.CALLER);
    }
  }

  private Failure closedHere(Operation<?, ?> operation) {
    return Failure.of(
        Outcome.CANCELLED,
        Code.CANCELLED,
        "the connection was closed on this side: " + operation + " at " + this);
  }

  /** The same moment on the server's clock. */
  private Deadline deadline(Deadline deadline, Time theirs) {
    return !deadline.isSet() || theirs == time
        ? deadline
        : Deadline.after(deadline.remaining(time.now()), theirs.now());
  }

  private static String absent(LocalServer server, Request request) {
    Operation<?, ?> operation = request.operation();
    return server.serves(operation.service())
        ? "unknown method " + operation.path()
        : "unknown service " + operation.service();
  }

  private static CompletionStage<Response> failed(Outcome outcome, Code code, String message) {
    return CompletableFuture.completedFuture(Response.failed(Failure.of(outcome, code, message)));
  }

  @Override
  public String toString() {
    return "local:" + name;
  }
}
