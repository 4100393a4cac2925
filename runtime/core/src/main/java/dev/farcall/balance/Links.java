package dev.farcall.balance;

import static java.util.Objects.requireNonNull;

import dev.farcall.call.Channel;
import dev.farcall.call.Endpoint;
import dev.farcall.call.LiveEndpoint;
import dev.farcall.spi.Link;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Attaches endpoints to a wire. */
public final class Links implements Attachment {

  private final Function<Endpoint, Link> connect;
  private final Function<Channel, CompletionStage<Boolean>> probe;

  /**
   * One.
   *
   * @param connect makes the way to an endpoint
   * @param probe finds out whether anybody is there; completes normally, and soon
   */
  public Links(
      Function<Endpoint, Link> connect, Function<Channel, CompletionStage<Boolean>> probe) {
    this.connect = requireNonNull(connect, "connect");
    this.probe = requireNonNull(probe, "probe");
  }

  /** The way to an endpoint that was attached here. */
  public static Channel to(LiveEndpoint endpoint) {
    return ((ConnectedEndpoint) endpoint).link();
  }

  @Override
  public LiveEndpoint attach(Endpoint endpoint) {
    return new ConnectedEndpoint(endpoint, connect.apply(endpoint));
  }

  @Override
  public void detach(LiveEndpoint endpoint) {
    ((ConnectedEndpoint) endpoint).link().close();
  }

  @Override
  public CompletionStage<Boolean> probe(LiveEndpoint endpoint) {
    return probe.apply(to(endpoint));
  }
}
