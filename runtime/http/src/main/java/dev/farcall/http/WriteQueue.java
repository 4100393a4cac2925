package dev.farcall.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.EventLoop;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.buffer.BufferInternal;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Hands what a stream sends over to the event loop of its connection, in order, whichever thread it
 * comes from, and knows whether there is room for more. Elements that have come before the loop
 * finds the time leave together: a frame and a flush for all of them, not for each.
 *
 * <p>A producer that makes its elements on the event loop and never waits would keep it from all
 * else, as from reading the peer's cancellation. So what comes from the loop itself leaves by a
 * scheduled task, which is run after the sockets were looked at, where Netty may run submitted ones
 * for a second before it does.
 */
final class WriteQueue implements Runnable {

  /** Where elements go. Of the event loop. */
  interface Sink {
    /** Whether nothing can be written any more. */
    boolean isOver();

    /** Writes some elements. */
    void write(Buffer elements);

    /** Whether the engine holds back what was written, until it says {@link #drained}. */
    boolean isFull();
  }

  /** Bytes that wait for the event loop; with more of them there is no room. */
  private static final int MAX_WAITING_BYTES = 1 << 15;

  /** What each element counts beside its bytes, so that empty ones are not without number. */
  private static final int OF_ITS_OWN = 64;

  private final EventLoop loop;
  private final Sink sink;
  private final Runnable room;

  /** Elements, as {@code byte[]}, and what is to be done between them, as {@code Runnable}. */
  private final Queue<Object> queue = new ConcurrentLinkedQueue<>();

  /** Bytes of the queue, counted before they are in it; a run is due unless there are none. */
  private final AtomicLong waiting = new AtomicLong();

  private volatile boolean full;

  // Of the event loop.
  private final List<byte[]> elements = new ArrayList<>();
  private int bytes;

  /**
   * @param room is run by the event loop when there is room again
   */
  WriteQueue(EventLoop loop, Sink sink, Runnable room) {
    this.loop = loop;
    this.sink = sink;
    this.room = room;
  }

  /** Whether a write leaves without being held back for long. */
  boolean hasRoom() {
    return !full && waiting.get() < MAX_WAITING_BYTES;
  }

  /** Writes an element as it is, after what came before. */
  void write(byte[] element) {
    add(element, element.length + OF_ITS_OWN);
  }

  /** Runs an action on the event loop, after what came before. */
  void inOrder(Runnable action) {
    add(action, OF_ITS_OWN);
  }

  private void add(Object elementOrAction, int size) {
    boolean first = waiting.getAndAdd(size) == 0;
    queue.add(elementOrAction);
    if (first) {
      wake();
    }
  }

  private void wake() {
    if (loop.inEventLoop()) {
      var unused = loop.schedule(this, 0, TimeUnit.NANOSECONDS);
    } else {
      loop.execute(this);
    }
  }

  /** For the event loop: writes all that is there. */
  @Override
  public void run() {
    long done = 0;
    try {
      for (Object next = queue.poll(); next != null; next = queue.poll()) {
        if (next instanceof byte[] element) {
          done += element.length + OF_ITS_OWN;
          collect(element);
        } else {
          done += OF_ITS_OWN;
          flush();
          ((Runnable) next).run();
        }
      }
      flush();
    } finally {
      if (waiting.addAndGet(-done) != 0) {
        wake(); // one has come meanwhile, or is about to
      }
    }
    if (hasRoom()) {
      room.run();
    }
  }

  private void collect(byte[] element) {
    if (bytes + element.length > MAX_WAITING_BYTES) {
      flush();
    }
    elements.add(element);
    bytes += element.length;
  }

  private void flush() {
    if (elements.isEmpty()) {
      return;
    }
    Buffer all = joined();
    elements.clear();
    bytes = 0;
    if (!sink.isOver()) {
      sink.write(all);
      full = sink.isFull();
    }
  }

  private Buffer joined() {
    byte[] all = elements.get(0);
    if (elements.size() > 1) {
      all = new byte[bytes];
      int at = 0;
      for (byte[] element : elements) {
        System.arraycopy(element, 0, all, at, element.length);
        at += element.length;
      }
    }
    return BufferInternal.buffer(Unpooled.wrappedBuffer(all));
  }

  /** The engine has room again. */
  void drained() {
    full = false;
    loop.execute(room); // not from within the write that made it
  }
}
