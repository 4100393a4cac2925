package dev.farcall.http;

import io.netty.channel.EventLoop;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hands what a stream sends over to the event loop of its connection, in order, whichever thread it
 * comes from, and knows whether there is room for more.
 *
 * <p>A producer that makes its elements on the event loop and never waits would keep it from all
 * else, as from reading the peer's cancellation. So there is no room for a moment now and then: for
 * a scheduled task, which is run after the sockets were looked at, where Netty may run submitted
 * ones for a second before it does.
 */
final class WriteQueue {

  /** Writes that wait for the event loop; with more of them there is no room. */
  private static final int MAX_WAITING = 32;

  /** Writes after which others have their turn. */
  private static final int MAX_IN_A_ROW = 64;

  private final EventLoop loop;
  private final Runnable room;
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile boolean full;
  private volatile boolean resting;
  private int inARow; // Of the event loop.

  /**
   * @param room is run by the event loop when there is room again
   */
  WriteQueue(EventLoop loop, Runnable room) {
    this.loop = loop;
    this.room = room;
  }

  /** Whether a write leaves without being held back for long. */
  boolean hasRoom() {
    return !full && !resting && waiting.get() < MAX_WAITING;
  }

  /** Runs a write on the event loop, after those before it. */
  void inOrder(Runnable write) {
    if (waiting.get() == 0 && loop.inEventLoop()) {
      countInARow();
      write.run();
      return;
    }
    waiting.incrementAndGet();
    loop.execute(
        () -> {
          int left;
          try {
            write.run();
          } finally {
            left = waiting.decrementAndGet();
          }
          if (left == 0) {
            room.run();
          }
        });
  }

  private void countInARow() {
    if (++inARow >= MAX_IN_A_ROW && !resting) {
      resting = true;
      var unused = loop.schedule(this::rested, 0, TimeUnit.NANOSECONDS);
    }
  }

  private void rested() {
    inARow = 0;
    resting = false;
    room.run();
  }

  /** What the engine says of its own queue after a write. */
  void filled(boolean full) {
    this.full = full;
  }

  /** The engine's queue has room again. */
  void drained() {
    full = false;
    loop.execute(room); // not from within the write that made it
  }
}
