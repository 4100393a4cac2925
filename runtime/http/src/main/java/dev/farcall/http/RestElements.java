package dev.farcall.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.farcall.call.Format;
import dev.farcall.route.Route;
import dev.farcall.wire.DecodeLimits;
import dev.farcall.wire.JsonProfile;
import dev.farcall.wire.JsonWriter;
import dev.farcall.wire.MessageCodec;
import org.jspecify.annotations.Nullable;

/**
 * One call of REST that answers by a stream, as a format: the request, and each of the elements.
 */
final class RestElements implements Format {

  private static final byte[] NULL = "null".getBytes(UTF_8);

  private final RestRequest request;
  private final Route<?, ?> route;

  RestElements(RestRequest request, Route<?, ?> route) {
    this.request = request;
    this.route = route;
  }

  @Override
  @SuppressWarnings("unchecked") // a route belongs to an operation, and writes its elements
  public <T extends @Nullable Object> byte[] encode(MessageCodec<T> codec, T value) {
    Route<?, T> writer = (Route<?, T>) route;
    byte[] json = JsonWriter.encode(JsonProfile.REST, out -> writer.writeResult(value, out));
    return json.length == 0 ? NULL.clone() : json;
  }

  @Override
  public <T extends @Nullable Object> T decode(
      MessageCodec<T> codec, byte[] bytes, DecodeLimits limits) {
    return request.decode(codec, bytes, limits);
  }

  @Override
  public String toString() {
    return "a stream of " + route;
  }
}
