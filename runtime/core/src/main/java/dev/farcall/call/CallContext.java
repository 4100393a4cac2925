package dev.farcall.call;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The call that is being answered: its deadline, what its caller sent beside the arguments, and
 * whether it still waits. A method of a service gets it as a parameter, or asks {@link #current()};
 * calls it makes inherit deadline and cancellation.
 *
 * <p>The context travels with the call, not with a thread: it is current while the implementation
 * runs. Work handed to other threads takes it along by {@link #wrap(Executor)}.
 */
public final class CallContext {

  /** Outside of any call: no deadline, no metadata, never cancelled. */
  public static final CallContext NONE =
      new CallContext(Deadline.NONE, Metadata.EMPTY, new Cancellation());

  private static final ThreadLocal<CallContext> CURRENT = new ThreadLocal<>();

  private final Deadline deadline;
  private final Metadata metadata;
  private final Cancellation cancellation;

  private CallContext(Deadline deadline, Metadata metadata, Cancellation cancellation) {
    this.deadline = requireNonNull(deadline, "deadline");
    this.metadata = requireNonNull(metadata, "metadata");
    this.cancellation = requireNonNull(cancellation, "cancellation");
  }

  /** The context of a request that is being answered. */
  public static CallContext of(Request request) {
    return new CallContext(request.deadline(), request.metadata(), request.cancellation());
  }

  /** The context of the code that runs; {@link #NONE} outside of a call. */
  public static CallContext current() {
    CallContext current = CURRENT.get();
    return current == null ? NONE : current;
  }

  /** Until when the caller waits. */
  public Deadline deadline() {
    return deadline;
  }

  /** What the caller sent beside the arguments. */
  public Metadata metadata() {
    return metadata;
  }

  /** Tells when the caller gives up. */
  public Cancellation cancellation() {
    return cancellation;
  }

  /** Runs a task with this context current. */
  public <T> T call(Callable<T> task) throws Exception {
    @Nullable CallContext before = CURRENT.get();
    CURRENT.set(this);
    try {
      return task.call();
    } finally {
      restore(before);
    }
  }

  /** Runs a task with this context current. */
  public void run(Runnable task) {
    @Nullable CallContext before = CURRENT.get();
    CURRENT.set(this);
    try {
      task.run();
    } finally {
      restore(before);
    }
  }

  /** Runs a task with this context current. */
  <T> T supply(Supplier<T> task) {
    @Nullable CallContext before = CURRENT.get();
    CURRENT.set(this);
    try {
      return task.get();
    } finally {
      restore(before);
    }
  }

  private static void restore(@Nullable CallContext before) {
    if (before == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(before);
    }
  }

  /** An executor whose tasks run with this context current. */
  public Executor wrap(Executor executor) {
    return task -> executor.execute(() -> run(task));
  }
}
