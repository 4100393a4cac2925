package dev.farcall.grpc;

import dev.farcall.time.Time;
import io.grpc.ManagedChannel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Keeps an endpoint that is asked for from being given up: grpc-java waits up to two minutes
 * between attempts to connect, whoever calls. A call that found no connection asks for the next
 * attempt, at most once in {@link #PAUSE_NANOS}.
 */
final class Reconnect {

  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final ManagedChannel wire;
  private final Time time;
  private final AtomicLong next;

  Reconnect(ManagedChannel wire, Time time) {
    this.wire = wire;
    this.time = time;
    this.next = new AtomicLong(time.now());
  }

  void soon() {
    long now = time.now();
    long due = next.get();
    if (now - due >= 0 && next.compareAndSet(due, now + PAUSE_NANOS)) {
      wire.resetConnectBackoff();
    }
  }
}
