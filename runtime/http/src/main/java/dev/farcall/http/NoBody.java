package dev.farcall.http;

import dev.farcall.call.Payload;
import dev.farcall.wire.DecodeLimits;

/** The body of what is no call. */
final class NoBody {

  static final Payload PAYLOAD = Payload.received(new byte[0], DecodeLimits.DEFAULT);

  private NoBody() {}
}
