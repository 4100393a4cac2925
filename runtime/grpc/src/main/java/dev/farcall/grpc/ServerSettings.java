package dev.farcall.grpc;

import dev.farcall.spi.ServedServices;
import dev.farcall.time.Time;
import dev.farcall.wire.DecodeLimits;

/** What all calls of a server have in common. */
final class ServerSettings {

  final int maxMessageBytes;
  final DecodeLimits limits;
  final Time time;
  final boolean gzip;

  ServerSettings(ServedServices served, boolean gzip) {
    this.maxMessageBytes = served.maxMessageBytes();
    this.limits =
        new DecodeLimits(
            served.maxMessageBytes(),
            DecodeLimits.DEFAULT.maxDepth(),
            DecodeLimits.DEFAULT.maxElements());
    this.time = served.time();
    this.gzip = gzip;
  }
}
