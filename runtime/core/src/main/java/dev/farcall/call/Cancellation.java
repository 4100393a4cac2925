package dev.farcall.call;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Gives a call up, once. Whoever works for the call listens here and stops. Safe for many threads;
 * listeners run on the thread that cancels, must be short and must not throw.
 */
public final class Cancellation {

  /** Who gave the call up. The first wins. */
  public enum Reason {
    /** The caller: it cancelled its future, was interrupted, or went away. */
    CALLER,
    /** A timeout of the method itself. */
    OWN_LIMIT,
    /** The deadline of the call in which this one was made. */
    INHERITED_LIMIT
  }

  private final @Nullable Listener inherited;
  private @Nullable Reason reason;
  private @Nullable Listener first;

  /** A cancellation of its own. */
  public Cancellation() {
    this.inherited = null;
  }

  private Cancellation(Cancellation parent) {
    this.inherited = parent.onCancel(this::cancel);
  }

  /**
   * A cancellation that is also cancelled, for the same reason, when this one is. {@link #detach}
   * it when its call has ended.
   */
  public Cancellation child() {
    return new Cancellation(this);
  }

  /** Lets go of the parent; what has happened stays. */
  public void detach() {
    if (inherited != null) {
      inherited.remove();
    }
  }

  /** Gives up; false if that had happened before. */
  public boolean cancel(Reason why) {
    requireNonNull(why, "why");
    Listener listeners;
    synchronized (this) {
      if (reason != null) {
        return false;
      }
      reason = why;
      listeners = first;
      first = null;
    }
    while (listeners != null) {
      Listener next = listeners.next;
      listeners.run(why);
      listeners = next;
    }
    return true;
  }

  /** Why, or null while it goes on. */
  public synchronized @Nullable Reason reason() {
    return reason;
  }

  public boolean isCancelled() {
    return reason() != null;
  }

  /**
   * Calls {@code action} when cancelled, at once if that has happened. {@link Listener#remove} it
   * when there is nothing left to stop.
   */
  public Listener onCancel(Action action) {
    Listener listener = new Listener(this, action);
    Reason now;
    synchronized (this) {
      now = reason;
      if (now == null) {
        listener.next = first;
        if (first != null) {
          first.previous = listener;
        }
        first = listener;
      }
    }
    if (now != null) {
      listener.run(now);
    }
    return listener;
  }

  private synchronized void unlink(Listener listener) {
    if (listener.previous != null) {
      listener.previous.next = listener.next;
    } else if (first == listener) {
      first = listener.next;
    } else {
      return; // never linked, removed before, or about to run
    }
    if (listener.next != null) {
      listener.next.previous = listener.previous;
    }
    listener.previous = null;
  }

  /** What to do when a call is given up. */
  @FunctionalInterface
  public interface Action {
    void cancelled(Reason reason);
  }

  /** A registered action. */
  public static final class Listener {
    private final Cancellation owner;
    private final Action action;
    private @Nullable Listener previous;
    private @Nullable Listener next;

    private Listener(Cancellation owner, Action action) {
      this.owner = owner;
      this.action = requireNonNull(action, "action");
    }

    private void run(Reason reason) {
      action.cancelled(reason);
    }

    /** Forgets the action, unless it runs already. */
    public void remove() {
      owner.unlink(this);
    }
  }
}
