package dev.farcall.health;

import dev.farcall.call.Cancellation;
import dev.farcall.call.Cancellation.Reason;
import dev.farcall.call.Channel;
import dev.farcall.call.Deadline;
import dev.farcall.call.Failure;
import dev.farcall.call.Metadata;
import dev.farcall.call.Outcome;
import dev.farcall.call.Payload;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.health.HealthClient.Finding;
import dev.farcall.time.Time;
import java.time.Duration;
import java.util.concurrent.Flow;

/** One call of {@code Watch}: what a peer says of itself until that ends. */
final class HealthStream implements Flow.Subscriber<Payload> {

  /** Wants to know. */
  interface Listener {
    /** The stream is there: what it says comes from here on. Not told of one that fails before. */
    void begun();

    /** The peer says how it is. */
    void told(Finding finding);

    /** Tells nothing more; once. */
    void ended(Outcome outcome, Finding finding);
  }

  private final Listener listener;
  private final Cancellation cancellation = new Cancellation();

  HealthStream(Listener listener) {
    this.listener = listener;
  }

  /**
   * Begins.
   *
   * @param within how long the first word may take
   */
  void open(Channel channel, Duration within, Time time) {
    Request request =
        Request.of(
            HealthService.WATCH,
            Payload.of(HealthService.REQUEST, ""),
            Metadata.EMPTY,
            Deadline.NONE,
            cancellation);
    Time.Timer limit = time.schedule(within, () -> cancellation.cancel(Reason.OWN_LIMIT));
    channel
        .send(request)
        .thenAccept(
            response -> {
              limit.cancel();
              answered(response);
            });
  }

  private void answered(Response response) {
    Failure failure = response.failure();
    if (failure != null) {
      listener.ended(failure.outcome(), HealthClient.finding(failure));
    } else if (response.isStream()) {
      listener.begun();
      response.done().thenAccept(outcome -> listener.ended(outcome, Finding.FAILED));
      response.payloads().subscribe(this);
    } else {
      listener.ended(Outcome.CONTRACT_MISMATCH, Finding.NOT_TOLD);
    }
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(Payload status) {
    listener.told(HealthClient.finding(status));
  }

  @Override
  public void onError(Throwable told) {
    // By the end of the response.
  }

  @Override
  public void onComplete() {
    // By the end of the response.
  }

  void close() {
    cancellation.cancel(Reason.CALLER);
  }
}
