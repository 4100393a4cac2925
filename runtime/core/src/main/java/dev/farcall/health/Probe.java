package dev.farcall.health;

import dev.farcall.health.HealthChecks.Kind;
import dev.farcall.health.HealthChecks.NamedCheck;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/** One check with its last result; runs one at a time. Guarded by this. */
final class Probe {

  private static final Logger LOG = System.getLogger("dev.farcall.health");

  private final NamedCheck check;
  private boolean passing;
  private boolean running;
  private long runningSince;

  Probe(NamedCheck check) {
    this.check = check;
    this.passing = check.kind() == Kind.LIVENESS;
  }

  Kind kind() {
    return check.kind();
  }

  synchronized boolean passing() {
    return passing;
  }

  /** Whether to run it now; if it runs since longer than the limit, it has failed. */
  synchronized boolean begin(long now, long limitNanos) {
    if (check.kind() == Kind.STARTUP && passing) {
      return false;
    }
    if (running) {
      if (passing && now - runningSince >= limitNanos) {
        change(false, null);
      }
      return false;
    }
    running = true;
    runningSince = now;
    return true;
  }

  /** It could not be run. */
  synchronized void dropped() {
    running = false;
  }

  /** Runs it, on a thread that may block. */
  void run() {
    boolean healthy = false;
    Throwable thrown = null;
    try {
      healthy = check.check().healthy();
    } catch (Throwable e) { // whatever a check throws, it is a no
      thrown = e;
    }
    synchronized (this) {
      running = false;
      change(healthy, thrown);
    }
  }

  private void change(boolean healthy, @Nullable Throwable thrown) {
    if (passing == healthy) {
      return;
    }
    passing = healthy;
    String text = check.kind() + " check '" + check.name() + "' ";
    if (healthy) {
      LOG.log(Level.INFO, text + "is well");
    } else {
      LOG.log(Level.WARNING, text + "is not well", thrown);
    }
  }
}
