package dev.farcall.server;

import dev.farcall.call.CallContext;
import dev.farcall.call.Handler;
import dev.farcall.call.Metadata;
import dev.farcall.call.Operation;
import dev.farcall.call.Payload;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.server.Answering.RefusedException;
import dev.farcall.wire.DecodeException;
import org.jspecify.annotations.Nullable;

/** Reads the requests and writes the answers of one method. */
final class Exchange<Q, R> {

  private final Operation<Q, R> operation;
  private final Sealing sealing;

  Exchange(Operation<Q, R> operation, Sealing sealing) {
    this.operation = operation;
    this.sealing = sealing;
  }

  /** How a payload of the answer is made ready to leave. */
  @FunctionalInterface
  interface Sealing {
    void seal(Payload payload, Request request);
  }

  Operation<Q, R> operation() {
    return operation;
  }

  /** Decodes, runs and encodes on this thread. */
  Response answer(Request request, Handler.Function<Q, R> function, Answering.Running running) {
    Q argument;
    try {
      argument = read(request);
    } catch (RefusedException refused) {
      return Response.failed(refused.failure());
    }
    try {
      CallContext context = CallContext.of(request);
      return write(request, running.run(context, () -> function.apply(argument, context)));
    } catch (Throwable thrown) { // whatever an implementation throws is its caller's answer
      return failed(request, thrown);
    }
  }

  /** The argument. */
  Q read(Request request) throws RefusedException {
    try {
      return request.payload().value(operation.request());
    } catch (DecodeException undecodable) {
      throw new RefusedException(Refusals.undecodable(operation, undecodable));
    } catch (RuntimeException mistake) {
      throw new RefusedException(Failures.internal(operation, mistake));
    }
  }

  /**
   * The answer that carries a result.
   *
   * @throws dev.farcall.wire.EncodeException if it holds what the contract cannot say
   */
  @SuppressWarnings("NullAway") // null is the result of a method that returns nothing
  Response write(Request request, @Nullable R result) {
    return Response.of(seal(request, Payload.of(operation.response(), result)), Metadata.EMPTY);
  }

  /** A value of the answer on its way out. */
  Payload element(Request request, R value) {
    return seal(request, Payload.of(operation.response(), value));
  }

  /** The answer that carries a mistake. */
  Response failed(Request request, Throwable thrown) {
    return Response.failed(Failures.thrown(request, thrown));
  }

  /** A raw channel's own answer, encoded here, its failures made fit to be seen. */
  Response sealed(Request request, Response response) {
    if (response.failure() != null) {
      return Response.failed(ErrorLimits.fit(operation, response.failure()));
    }
    if (response.isStream()) {
      AnswerStream<Payload> stream =
          new AnswerStream<>(
              request, payload -> seal(request, payload), response.payloads()::subscribe, () -> {});
      return Response.streaming(stream, response.headers(), response.done());
    }
    try {
      seal(request, response.payload());
      return response;
    } catch (RuntimeException notEncodable) {
      return failed(request, notEncodable);
    }
  }

  /** Encodes a payload of the answer, or does as if. */
  Payload seal(Request request, Payload payload) {
    sealing.seal(payload, request);
    return payload;
  }
}
