package dev.farcall.http;

import dev.farcall.annotation.Code;
import dev.farcall.call.Failure;
import dev.farcall.call.Format;
import dev.farcall.call.Metadata;
import dev.farcall.call.Outcome;
import dev.farcall.call.Payload;
import dev.farcall.protocol.UnreadableException;
import dev.farcall.wire.DecodeLimits;

/**
 * What the pieces of a stream of REST mean, whether they come as lines or as events.
 *
 * @param answer its head
 * @param format of the elements
 */
record RestStreamAnswer(Received answer, Format format, DecodeLimits limits) {

  /** Around an element there is a little more, as the names of members. */
  private static final int AROUND = 64;

  /** The limit of what stands around an element too. */
  DecodeLimits limitsAround() {
    int bytes = (int) Math.min(Integer.MAX_VALUE, (long) limits.maxBytes() + AROUND);
    return new DecodeLimits(bytes, limits.maxDepth() + 1, limits.maxElements());
  }

  ElementReader.Element element(byte[] json) {
    return new ElementReader.Element(Payload.received(json, format, limits));
  }

  /** The stream has failed, and a problem says why. */
  ElementReader.End error(byte[] problem) {
    Received told =
        new Received(
            answer.request(),
            answer.where(),
            answer.status(),
            Problems.TYPE,
            null,
            null,
            Metadata.EMPTY,
            problem);
    ErrorBody body = ErrorBody.read(problem);
    Code code = body == null ? null : body.code();
    return new ElementReader.End(
        body != null && code != null
            ? ErrorAnswers.told(told, code, body)
            : Failure.of(
                Outcome.SERVER_ERROR,
                Code.UNKNOWN,
                answer.where() + " ended the stream with an error: " + told.excerpt()));
  }

  ElementReader.End unreadable(UnreadableException thrown) {
    return thrown.code() == Code.RESOURCE_EXHAUSTED
        ? new ElementReader.End(WireFailures.tooLarge(answer.where()))
        : unusable(String.valueOf(thrown.getMessage()));
  }

  ElementReader.End unusable(String what) {
    return new ElementReader.End(WireFailures.unusable(what, answer.where()));
  }

  /** The body ends where more was to come. */
  ElementReader.End cutShort(String expected) {
    return new ElementReader.End(
        Failure.of(
            Outcome.CONNECTION_LOST,
            Code.UNAVAILABLE,
            "the stream was cut short (expected: " + expected + "): " + answer.where()));
  }
}
