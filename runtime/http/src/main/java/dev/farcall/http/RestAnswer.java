package dev.farcall.http;

import dev.farcall.call.Format;
import dev.farcall.route.Route;
import dev.farcall.route.Verb;
import dev.farcall.wire.DecodeLimits;
import dev.farcall.wire.JsonProfile;
import dev.farcall.wire.JsonWriter;
import dev.farcall.wire.MessageCodec;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one request of REST, as a format: beside the bytes of the body it learns where the
 * result is to be found. Written by the thread that encodes, read after it.
 */
final class RestAnswer implements Format {

  private final Route<?, ?> route;
  private @Nullable String location;

  RestAnswer(Route<?, ?> route) {
    this.route = route;
  }

  @Override
  @SuppressWarnings("unchecked") // a route belongs to an operation, and writes its result
  public <T extends @Nullable Object> byte[] encode(MessageCodec<T> codec, T value) {
    Route<?, T> writer = (Route<?, T>) route;
    byte[] body = JsonWriter.encode(JsonProfile.REST, out -> writer.writeResult(value, out));
    location = writer.location(value);
    return body;
  }

  @Override
  public <T extends @Nullable Object> T decode(
      MessageCodec<T> codec, byte[] bytes, DecodeLimits limits) {
    throw new UnsupportedOperationException("a server only writes " + this);
  }

  /**
   * The whole answer.
   *
   * @param body of this format; empty for a result that is absent
   */
  Answer answer(byte[] body) {
    Answer answer =
        body.length == 0 ? withoutBody() : Answer.of(route.status(), RestDoor.JSON, body);
    String found = location;
    return found == null ? answer : answer.with("location", found);
  }

  private Answer withoutBody() {
    int status = route.status();
    if (status == 200 && route.verb() == Verb.GET) {
      return Problems.absent();
    }
    return Answer.empty(status == 200 ? 204 : status);
  }

  @Override
  public String toString() {
    return "an answer of " + route;
  }
}
