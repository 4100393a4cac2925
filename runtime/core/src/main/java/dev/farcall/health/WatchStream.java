package dev.farcall.health;

import dev.farcall.call.Cancellation;
import dev.farcall.call.Outcome;
import dev.farcall.call.Payload;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * The status of one service, now and at each change, for one subscriber. A subscriber that is slow
 * misses what has changed meanwhile and gets the last. Ends when the server stops, after it has
 * told so.
 */
final class WatchStream implements Flow.Publisher<Payload>, Flow.Subscription, Runnable {

  private final Health health;
  private final String service;
  private final CompletableFuture<Outcome> done = new CompletableFuture<>();

  private final Cancellation.@Nullable Listener listener;

  private Flow.@Nullable Subscriber<? super Payload> subscriber;
  private @Nullable Status sent;
  private long demand;
  private boolean sending;
  private boolean illegalDemand;

  WatchStream(Health health, String service, Cancellation cancellation) {
    this.health = health;
    this.service = service;
    this.listener = cancellation.onCancel(reason -> cancel());
  }

  CompletionStage<Outcome> done() {
    return done;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super Payload> only) {
    synchronized (this) {
      if (subscriber != null) {
        throw new IllegalStateException("the stream of a call has one subscriber, and has it");
      }
      subscriber = only;
      sending = true;
    }
    only.onSubscribe(this);
    synchronized (this) {
      sending = false;
    }
    health.watch(this);
    if (done.isDone()) {
      health.unwatch(this); // given up meanwhile
    }
    run();
  }

  @Override
  public void request(long n) {
    synchronized (this) {
      illegalDemand |= n <= 0;
      demand = n > Long.MAX_VALUE - demand ? Long.MAX_VALUE : demand + Math.max(0, n);
    }
    run();
  }

  @Override
  public void cancel() {
    finish(Outcome.CANCELLED);
  }

  private boolean finish(Outcome outcome) {
    if (!done.complete(outcome)) {
      return false;
    }
    if (listener != null) { // null if the call was given up before it began
      listener.remove();
    }
    health.unwatch(this);
    return true;
  }

  /** Sends what there is to be sent, if anything: something may have changed. */
  @Override
  public void run() {
    for (Step step = next(); step != null; step = next()) {
      if (step.status() != null) {
        step.to().onNext(Payload.of(HealthService.RESPONSE, step.status()));
      } else if (step.illegalDemand()) {
        if (finish(Outcome.CANCELLED)) {
          step.to().onError(new IllegalArgumentException("demand <= 0 (expected: > 0)"));
        }
      } else if (finish(Outcome.OK)) {
        step.to().onComplete();
      }
      synchronized (this) {
        sending = false;
      }
    }
  }

  /** One signal: a status, or the end. */
  private record Step(
      Flow.Subscriber<? super Payload> to, @Nullable Status status, boolean illegalDemand) {}

  private synchronized @Nullable Step next() {
    if (subscriber == null || sending || done.isDone()) {
      return null;
    }
    boolean closed = health.isClosed(); // before the status: what is told last is that it stops
    Status status = health.status(service);
    Step step;
    if (illegalDemand) {
      step = new Step(subscriber, null, true);
    } else if (status != sent && demand > 0) {
      demand--;
      sent = status;
      step = new Step(subscriber, status, false);
    } else if (closed) {
      step = new Step(subscriber, null, false);
    } else {
      return null;
    }
    sending = true;
    return step;
  }
}
