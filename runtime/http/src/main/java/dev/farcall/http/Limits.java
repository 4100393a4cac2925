package dev.farcall.http;

import dev.farcall.spi.ServedServices;
import dev.farcall.wire.DecodeLimits;

/** The limits of what is decoded for a server. */
final class Limits {

  private Limits() {}

  static DecodeLimits of(ServedServices services) {
    DecodeLimits limits = DecodeLimits.DEFAULT;
    return new DecodeLimits(services.maxMessageBytes(), limits.maxDepth(), limits.maxElements());
  }
}
