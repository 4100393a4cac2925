package dev.farcall.call;

/** The service on the other side, as a generated client sees it. */
public interface Peer {

  /** Builds the client's stack for one method; called once for each, when the client is made. */
  <Q, R> Caller<Q, R> bind(Operation<Q, R> operation);

  /** As {@link #bind}, for a method that takes or gives a stream. */
  <Q, R> StreamCaller<Q, R> bindStream(Operation<Q, R> operation);
}
