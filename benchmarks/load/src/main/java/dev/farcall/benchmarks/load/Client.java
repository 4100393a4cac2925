package dev.farcall.benchmarks.load;

import org.jspecify.annotations.Nullable;

/** A connected client. Used by many threads at once. */
public interface Client {

  /** Makes calls that wait for their answer. */
  Call blocking(Task task);

  /** Makes calls that do not wait; null if this client has none. */
  @Nullable AsyncCall async(Task task);
}
