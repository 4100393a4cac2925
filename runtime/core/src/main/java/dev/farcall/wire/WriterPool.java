package dev.farcall.wire;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * Writers kept for the next call. A few slots for any number of threads, virtual ones among them;
 * who finds its slot empty makes a new writer, who finds it taken drops its own. Large buffers are
 * not kept.
 */
final class WriterPool<W> {

  private static final int MAX_KEPT = 64 << 10;
  private static final int SLOTS =
      Integer.highestOneBit(Math.max(1, Runtime.getRuntime().availableProcessors())) * 4;

  private final AtomicReferenceArray<W> kept = new AtomicReferenceArray<>(SLOTS);
  private final Supplier<W> maker;
  private final ToIntFunction<W> capacity;

  WriterPool(Supplier<W> maker, ToIntFunction<W> capacity) {
    this.maker = maker;
    this.capacity = capacity;
  }

  W take() {
    W writer = kept.getAndSet(slot(), null);
    return writer == null ? maker.get() : writer;
  }

  void give(W writer) {
    if (capacity.applyAsInt(writer) <= MAX_KEPT) {
      kept.set(slot(), writer);
    }
  }

  private static int slot() {
    return System.identityHashCode(Thread.currentThread()) & (SLOTS - 1);
  }
}
