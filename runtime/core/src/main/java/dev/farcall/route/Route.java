package dev.farcall.route;

import dev.farcall.wire.DecodeException;
import dev.farcall.wire.JsonReader;
import dev.farcall.wire.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * One way to call a method over HTTP with a path of its own: what of the request stands in the
 * path, the query and the body, and how the result is answered. Generated for each {@code @Get},
 * {@code @Post} and so on; holds no state.
 *
 * @param <Q> the request
 * @param <R> the result
 */
public abstract class Route<Q, R extends @Nullable Object> {

  private final Verb verb;
  private final PathTemplate template;
  private final int status;

  /**
   * A route.
   *
   * @param template as in {@code /v1/orders/{id}}
   * @param status of a response that succeeds, 200 to 299
   */
  protected Route(Verb verb, String template, int status) {
    this.verb = verb;
    this.template = PathTemplate.parse(template);
    this.status = status;
  }

  public final Verb verb() {
    return verb;
  }

  public final PathTemplate template() {
    return template;
  }

  /** The status of a response that succeeds: 200, or 204 if it has no body, or what is said. */
  public final int status() {
    return status;
  }

  /**
   * Spreads a request over path, query and body.
   *
   * @throws dev.farcall.wire.EncodeException if it holds what the contract cannot say, or what a
   *     path cannot hold
   */
  public abstract void write(Q request, RouteWriter out);

  /**
   * Puts a request together.
   *
   * @throws DecodeException if path, query or body are no such request
   */
  public final Q read(RouteReader in) {
    try {
      return readRequest(in);
    } catch (RuntimeException thrown) {
      throw DecodeException.of(thrown);
    }
  }

  /** Puts a request together; what constructors throw becomes a {@link DecodeException}. */
  protected abstract Q readRequest(RouteReader in);

  /**
   * Writes the result as one JSON value.
   *
   * @return false if there is none, and nothing was written: a method that answers nothing, an
   *     empty {@code Optional}
   * @throws dev.farcall.wire.EncodeException if it holds what the contract cannot say
   */
  public abstract boolean writeResult(R result, JsonWriter out);

  /**
   * Reads the result from one JSON value, as a function for {@link JsonReader#decode}.
   *
   * @throws DecodeException if it is no such result
   */
  public abstract R readResult(JsonReader in);

  /**
   * The result of an answer without body.
   *
   * @throws DecodeException if the contract needs one
   */
  public abstract R absentResult();

  /** The path of what a call made, for the header {@code Location}; null if it says none. */
  public @Nullable String location(R result) {
    return null;
  }

  /** As in {@code GET /v1/orders/{id}}. */
  @Override
  public final String toString() {
    return verb + " " + template;
  }
}
