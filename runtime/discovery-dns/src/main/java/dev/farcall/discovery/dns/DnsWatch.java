package dev.farcall.discovery.dns;

import dev.farcall.spi.Discovery;
import dev.farcall.time.Time;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Asks, and asks again when the answer's time is over: a second at least, five minutes at most. */
final class DnsWatch implements Discovery.Watch {

  private static final long SHORTEST = 1;
  private static final long LONGEST = 300;

  private final Question question;
  private final Discovery.Listener listener;
  private final Time time;
  private Time.@Nullable Timer timer;
  private boolean over;

  DnsWatch(Question question, Discovery.Listener listener, Time time) {
    this.question = question;
    this.listener = listener;
    this.time = time;
  }

  void ask() {
    question
        .ask()
        .whenComplete(
            (answer, failed) -> {
              if (failed != null) {
                failed(Question.why(failed));
              } else {
                answered(answer);
              }
            });
  }

  /** There is one question at a time, and so nobody else tells meanwhile. */
  private void answered(Answer answer) {
    if (isOver()) {
      return;
    }
    listener.found(answer.endpoints());
    long seconds = Math.max(SHORTEST, Math.min(LONGEST, answer.timeToLive()));
    synchronized (this) {
      if (!over) {
        timer = time.schedule(TimeUnit.SECONDS.toNanos(seconds), this::ask);
      }
    }
  }

  private synchronized boolean isOver() {
    return over;
  }

  private void failed(String why) {
    synchronized (this) {
      if (over) {
        return;
      }
      over = true;
    }
    listener.failed(why);
  }

  @Override
  public synchronized void close() {
    over = true;
    if (timer != null) {
      timer.cancel();
    }
  }
}
