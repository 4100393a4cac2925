package dev.farcall.spi;

/** How a server is. For any thread. */
public interface HealthState {

  /** Whether it has come up; once true, it stays so unless a check says otherwise. */
  boolean isStarted();

  /** Whether it should go on; if not, it wants to be started anew. */
  boolean isLive();

  /** Whether calls should be sent to it. */
  boolean isReady();
}
