package dev.farcall.http;

import dev.farcall.call.Format;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the messages of a stream stand in the bodies of a call.
 *
 * @param envelopes of the request's messages, each of which has an envelope; null if the request is
 *     one message, which is the body
 * @param reader of an answer of success; null comes of it if its type is none that is known
 */
record StreamFormat(
    @Nullable Format envelopes, Function<Received, @Nullable ElementReader> reader) {

  boolean isEnveloped() {
    return envelopes != null;
  }
}
