package dev.farcall.balance;

import dev.farcall.call.Endpoint;
import dev.farcall.call.LiveEndpoint;
import dev.farcall.spi.Link;

/** An endpoint with the way to it. */
final class ConnectedEndpoint extends LiveEndpoint {

  private final Link link;

  ConnectedEndpoint(Endpoint endpoint, Link link) {
    super(endpoint);
    this.link = link;
  }

  Link link() {
    return link;
  }
}
