package dev.farcall;

/** Stops a server when the JVM is told to end: by SIGTERM, Ctrl-C or {@code System.exit}. */
final class ShutdownHook {

  private final Thread thread;

  private ShutdownHook(Thread thread) {
    this.thread = thread;
  }

  static ShutdownHook of(Runnable stop) {
    Thread thread =
        new Thread(
            () -> {
              SecondSignal.endsAtOnce();
              stop.run();
            },
            "farcall-shutdown");
    Runtime.getRuntime().addShutdownHook(thread);
    return new ShutdownHook(thread);
  }

  /** Nothing is left to be stopped. */
  void remove() {
    try {
      Runtime.getRuntime().removeShutdownHook(thread);
    } catch (IllegalStateException atWork) {
      // The JVM ends already.
    }
  }
}
