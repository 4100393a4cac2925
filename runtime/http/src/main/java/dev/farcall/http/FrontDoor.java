package dev.farcall.http;

/** One of the protocols that share a port. */
@FunctionalInterface
interface FrontDoor {

  /**
   * Takes a request if it is this door's, by its path and its content type. Runs on the event loop
   * of the connection, before anything of the body was read: whoever takes it sets its handlers
   * before it returns. Does not throw.
   *
   * @return false if the request is another door's; nothing was done then
   */
  boolean take(HttpExchange exchange);
}
