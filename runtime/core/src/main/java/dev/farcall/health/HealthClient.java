package dev.farcall.health;

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
import dev.farcall.time.Time;
import dev.farcall.wire.DecodeException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Asks a peer how it is: over gRPC and Connect by {@code grpc.health.v1.Health}, over REST by
 * {@code GET /health/ready}.
 */
public final class HealthClient {

  /** How long a peer may take to say that it is there. */
  private static final Duration LIMIT = Duration.ofSeconds(1);

  private static final Operation<String, Status> CHECK =
      Operation.unary(HealthService.SERVICE, "Check", HealthService.REQUEST, HealthService.RESPONSE)
          .safe()
          .routes(List.of(new HealthRoute()))
          .build();

  private HealthClient() {}

  /** What is found. */
  enum Finding {
    WELL,
    /** It says so. */
    NOT_WELL,
    /** It does not say anything, or not in time. */
    FAILED,
    /** Nobody is there. */
    UNREACHABLE,
    /** It is there, but cannot be asked. */
    NOT_TOLD
  }

  /** Whether anybody is there, whatever he answers. Ends normally, within a second or so. */
  public static CompletionStage<Boolean> reaches(Channel channel, Time time) {
    return ask(channel, LIMIT, time).thenApply(HealthClient::isThere);
  }

  private static boolean isThere(Response response) {
    Failure failure = response.failure();
    return failure == null
        || (failure.outcome().score() != Outcome.Score.UNREACHABLE
            && failure.outcome() != Outcome.OWN_LIMIT);
  }

  /** How it is. Ends normally, soon after the limit at the latest. */
  static CompletionStage<Finding> check(Channel channel, Duration limit, Time time) {
    return ask(channel, limit, time).thenApply(HealthClient::finding);
  }

  private static CompletionStage<Response> ask(Channel channel, Duration within, Time time) {
    Cancellation cancellation = new Cancellation();
    Request request =
        Request.of(
            CHECK,
            Payload.of(HealthService.REQUEST, ""),
            Metadata.EMPTY,
            Deadline.after(within, time.now()),
            cancellation);
    Time.Timer limit = time.schedule(within, () -> cancellation.cancel(Reason.OWN_LIMIT));
    return channel
        .send(request)
        .thenApply(
            response -> {
              limit.cancel();
              return response;
            });
  }

  private static Finding finding(Response response) {
    Failure failure = response.failure();
    return failure == null ? finding(response.payload()) : finding(failure);
  }

  /** What is unknown of a peer that answers is no reason not to call it. */
  static Finding finding(Payload answer) {
    try {
      return answer.value(HealthService.RESPONSE) == Status.NOT_SERVING
          ? Finding.NOT_WELL
          : Finding.WELL;
    } catch (DecodeException somethingElse) {
      return Finding.NOT_TOLD;
    }
  }

  static Finding finding(Failure failure) {
    if (failure.outcome().score() == Outcome.Score.UNREACHABLE) {
      return Finding.UNREACHABLE;
    }
    return switch (failure.outcome()) {
      case CONTRACT_MISMATCH, REFUSED, LOCAL_REJECT, CANCELLED -> Finding.NOT_TOLD;
      default -> Finding.FAILED;
    };
  }
}
