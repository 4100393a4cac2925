package dev.farcall.http;

import dev.farcall.annotation.Code;
import dev.farcall.call.Failure;
import dev.farcall.call.Format;
import dev.farcall.call.Payload;
import dev.farcall.protocol.ConnectEnd;
import dev.farcall.protocol.ConnectError;
import dev.farcall.protocol.Envelope;
import dev.farcall.protocol.EnvelopeReader;
import dev.farcall.protocol.Gzip;
import dev.farcall.protocol.UnreadableException;
import dev.farcall.wire.DecodeLimits;
import org.jspecify.annotations.Nullable;

/** Reads the answer of a Connect stream: messages in envelopes, the last of which is the end. */
final class ConnectElements implements ElementReader {

  private static final int KNOWN_FLAGS = Envelope.COMPRESSED | Envelope.CONNECT_END;

  private final Received answer;
  private final Format format;
  private final DecodeLimits limits;
  private final EnvelopeReader frames;
  private final @Nullable String encoding;
  private boolean ended;

  private ConnectElements(
      Received answer, Format format, DecodeLimits limits, @Nullable String encoding) {
    this.answer = answer;
    this.format = format;
    this.limits = limits;
    this.frames = new EnvelopeReader(limits.maxBytes());
    this.encoding = encoding;
  }

  /** A reader of an answer; null if its type is not the one that was asked for. */
  static @Nullable ConnectElements of(
      Received answer, String contentType, Format format, DecodeLimits limits) {
    return answer.status() == 200 && answer.mediaType().equals(contentType)
        ? new ConnectElements(answer, format, limits, answer.encoding())
        : null;
  }

  @Override
  public void add(byte[] bytes) {
    frames.add(bytes);
  }

  @Override
  public @Nullable Piece next() {
    if (ended) {
      return frames.isBetweenFrames() ? null : unusable("the answer goes on after its end");
    }
    try {
      Envelope envelope = frames.next();
      return envelope == null ? null : piece(envelope);
    } catch (UnreadableException unreadable) {
      ended = true;
      return unreadable.code() == Code.RESOURCE_EXHAUSTED
          ? new End(WireFailures.tooLarge(answer.where()))
          : unusable(String.valueOf(unreadable.getMessage()));
    }
  }

  private Piece piece(Envelope envelope) throws UnreadableException {
    if ((envelope.flags() & ~KNOWN_FLAGS) != 0) {
      ended = true;
      return unusable("flags " + envelope.flags() + " (expected: 0 to 3)");
    }
    byte[] message = envelope.message();
    if (envelope.is(Envelope.COMPRESSED)) {
      message = inflated(message);
    }
    if (envelope.is(Envelope.CONNECT_END)) {
      ended = true;
      return end(message);
    }
    return new Element(Payload.received(message, format, limits));
  }

  private byte[] inflated(byte[] message) throws UnreadableException {
    if (!Gzip.NAME.equals(encoding)) {
      throw new UnreadableException(
          Code.INTERNAL,
          "a compressed message in the encoding '" + encoding + "' (expected: gzip)");
    }
    return message.length == 0 ? message : Gzip.inflate(message, limits.maxBytes());
  }

  private End end(byte[] json) {
    ConnectEnd end = ConnectEnd.read(json);
    if (end == null) {
      return unusable("the end of the stream cannot be read");
    }
    ConnectError error = end.error();
    if (error == null) {
      return End.WELL;
    }
    Code code = error.code();
    return new End(
        Failure.received(
            answer.request().operation(),
            code == null ? Code.UNKNOWN : code,
            error.message(),
            error.details(),
            end.metadata()));
  }

  @Override
  public End atEndOfBody() {
    return unusable(
        frames.isBetweenFrames()
            ? "the answer has no end (expected: an envelope that says so)"
            : "the answer ends within a message");
  }

  private End unusable(String what) {
    return new End(WireFailures.unusable(what, answer.where()));
  }
}
