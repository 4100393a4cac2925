package dev.farcall;

import dev.farcall.config.LiveConfiguration;
import java.lang.ref.WeakReference;

/** Tells a decorated method of changes as long as somebody has it, and is forgotten then. */
final class Follower implements Runnable {

  private final WeakReference<LocalPolicies.Method> method;

  Follower(LocalPolicies.Method method) {
    this.method = new WeakReference<>(method);
  }

  @Override
  public void run() {
    LocalPolicies.Method held = method.get();
    if (held == null) {
      LiveConfiguration.ofThisJvm().forget(this);
    } else {
      held.changed();
    }
  }
}
