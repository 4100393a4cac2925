package dev.farcall.wire;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Writers kept for the next call. A few slots for any number of threads, virtual ones among them;
 * who finds its slot empty makes a new writer, who finds it taken drops its own. Large buffers are
 * not kept.
 */
final class WriterPool {

  private static final int INITIAL = 1024;
  private static final int MAX_KEPT = 64 << 10;
  private static final int SLOTS =
      Integer.highestOneBit(Math.max(1, Runtime.getRuntime().availableProcessors())) * 4;
  private static final AtomicReferenceArray<ProtobufWriter> POOL =
      new AtomicReferenceArray<>(SLOTS);

  private WriterPool() {}

  static ProtobufWriter take() {
    ProtobufWriter kept = POOL.getAndSet(slot(), null);
    return kept == null ? new ProtobufWriter(INITIAL) : kept;
  }

  static void give(ProtobufWriter writer) {
    if (writer.capacity() <= MAX_KEPT) {
      POOL.set(slot(), writer);
    }
  }

  private static int slot() {
    return System.identityHashCode(Thread.currentThread()) & (SLOTS - 1);
  }
}
