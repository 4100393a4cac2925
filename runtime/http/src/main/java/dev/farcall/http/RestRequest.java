package dev.farcall.http;

import dev.farcall.call.Format;
import dev.farcall.route.Route;
import dev.farcall.route.RouteReader;
import dev.farcall.route.RouteTable;
import dev.farcall.wire.DecodeLimits;
import dev.farcall.wire.JsonProfile;
import dev.farcall.wire.MessageCodec;
import org.jspecify.annotations.Nullable;

/** One request of REST, as a format: beside the bytes of the body it holds path and query. */
final class RestRequest implements Format {

  private final Route<?, ?> route;
  private final String[] variables;
  private final @Nullable String query;

  RestRequest(RouteTable.Found<RestDoor.Target> found, @Nullable String query) {
    this.route = found.target().route();
    this.variables = found.variables();
    this.query = query;
  }

  @Override
  @SuppressWarnings("unchecked") // a route belongs to an operation, and reads its request
  public <T extends @Nullable Object> T decode(
      MessageCodec<T> codec, byte[] body, DecodeLimits limits) {
    return (T) route.read(new RouteReader(variables, query, body, JsonProfile.REST, limits));
  }

  @Override
  public <T extends @Nullable Object> byte[] encode(MessageCodec<T> codec, T value) {
    throw new UnsupportedOperationException("a server only reads " + this);
  }

  @Override
  public String toString() {
    return "a request to " + route;
  }
}
