package dev.farcall.call;

/** The service on the other side, as a generated client sees it. */
@FunctionalInterface
public interface Peer {

  /** Builds the client's stack for one method; called once for each, when the client is made. */
  <Q, R> Caller<Q, R> bind(Operation<Q, R> operation);
}
