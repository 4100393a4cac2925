package dev.farcall;

import dev.farcall.call.Peer;
import dev.farcall.stream.Adapted;

/** What the compiler writes beside {@link FarcallTest.Unadapted}. */
public final class FarcallTest_UnadaptedClient implements FarcallTest.Unadapted {

  private static final Adapted.Stream FLUX = Adapted.stream("reactor.core.publisher.Flux");

  private final Peer peer;

  public FarcallTest_UnadaptedClient(Peer peer) {
    this.peer = peer;
  }

  @Override
  public String toString() {
    return FLUX.publisher(peer).toString();
  }
}
