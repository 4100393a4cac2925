package dev.farcall.http;

import org.jspecify.annotations.Nullable;

/**
 * What a client has begun to send and owes the rest of. Of the event loop of the connection, whose
 * {@link ConnectionGuard} has a list of them.
 */
abstract class Awaited {

  // Of the guard.
  @Nullable Awaited previous;
  @Nullable Awaited next;
  boolean listed;
  long since;

  /** The client has taken too long; takes itself off the list. */
  abstract void tooSlow();
}
