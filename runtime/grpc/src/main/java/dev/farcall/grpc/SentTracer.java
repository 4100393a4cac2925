package dev.farcall.grpc;

import io.grpc.ClientStreamTracer;
import io.grpc.Metadata;

/**
 * Knows whether any of a call's streams has sent its headers, which is whether the peer may have
 * seen the call; and whether the peer has said how it ended. It is the only reliable sign:
 * grpc-java retries streams that a server refused by itself, and reports the rest with one status
 * code.
 */
final class SentTracer extends ClientStreamTracer.Factory {

  private volatile boolean sent;
  private volatile boolean told;

  boolean sent() {
    return sent;
  }

  /** Whether the peer itself said how the call ended. */
  boolean told() {
    return told;
  }

  @Override
  public ClientStreamTracer newClientStreamTracer(
      ClientStreamTracer.StreamInfo info, Metadata headers) {
    return new ClientStreamTracer() {
      @Override
      public void outboundHeaders() {
        sent = true;
      }

      @Override
      public void inboundTrailers(Metadata trailers) {
        told = true;
      }
    };
  }
}
