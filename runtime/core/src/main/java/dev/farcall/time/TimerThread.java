package dev.farcall.time;

/**
 * The thread of {@link Time#system()}, on which what a timeout ends goes on: it must never wait, or
 * no timeout in this JVM would be kept. A blocking call on it is refused at once.
 */
public final class TimerThread extends Thread {

  TimerThread(Runnable work) {
    super(work, "farcall-timer");
    setDaemon(true);
  }
}
