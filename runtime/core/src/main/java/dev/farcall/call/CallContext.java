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
      new CallContext(
          Deadline.NONE, Metadata.EMPTY, new Cancellation(), Origin.LOCAL, Metadata.EMPTY, true);

  private static final ThreadLocal<CallContext> CURRENT = new ThreadLocal<>();

  private final Deadline deadline;
  private final Metadata metadata;
  private final Cancellation cancellation;
  private final Origin origin;
  private final Metadata passedOn;
  private final boolean mayBlock;

  private CallContext(
      Deadline deadline,
      Metadata metadata,
      Cancellation cancellation,
      Origin origin,
      Metadata passedOn,
      boolean mayBlock) {
    this.deadline = requireNonNull(deadline, "deadline");
    this.metadata = requireNonNull(metadata, "metadata");
    this.cancellation = requireNonNull(cancellation, "cancellation");
    this.origin = requireNonNull(origin, "origin");
    this.passedOn = requireNonNull(passedOn, "passedOn");
    this.mayBlock = mayBlock;
  }

  /** The context of a request that is being answered. */
  public static CallContext of(Request request) {
    return new CallContext(
        request.deadline(),
        request.metadata(),
        request.cancellation(),
        request.origin(),
        request.passedOn(),
        true);
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

  /** Who called, and over what. */
  public Origin origin() {
    return origin;
  }

  /** What goes with each call made from here, beside its own metadata: a request id, say. */
  public Metadata passedOn() {
    return passedOn;
  }

  /** Whether blocking calls may be made where this context is current. */
  public boolean mayBlock() {
    return mayBlock;
  }

  /** Runs a task with this context current. */
  public <T> T call(Callable<T> task) throws Exception {
    return call(current().mayBlock, task);
  }

  /**
   * As {@link #call}, for code that promises not to block: on this thread, blocking calls made by
   * it are refused, as they are on the event loop of a wire.
   */
  public <T> T callWithoutBlocking(Callable<T> task) throws Exception {
    return call(false, task);
  }

  private <T> T call(boolean mayBlock, Callable<T> task) throws Exception {
    @Nullable CallContext before = enter(mayBlock);
    try {
      return task.call();
    } finally {
      restore(before);
    }
  }

  /** Runs a task with this context current. */
  public void run(Runnable task) {
    @Nullable CallContext before = enter(current().mayBlock);
    try {
      task.run();
    } finally {
      restore(before);
    }
  }

  /** Runs a task with this context current. */
  public <T> T supply(Supplier<T> task) {
    @Nullable CallContext before = enter(current().mayBlock);
    try {
      return task.get();
    } finally {
      restore(before);
    }
  }

  private @Nullable CallContext enter(boolean may) {
    CallContext before = CURRENT.get();
    CURRENT.set(
        mayBlock == may
            ? this
            : new CallContext(deadline, metadata, cancellation, origin, passedOn, may));
    return before;
  }

  private static void restore(@Nullable CallContext before) {
    CURRENT.set(before); // also null: to remove the entry costs more, with each element of a stream
  }

  /** An executor whose tasks run with this context current. */
  public Executor wrap(Executor executor) {
    return task -> executor.execute(() -> run(task));
  }
}
