package dev.farcall.http;

import dev.farcall.call.Operation;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.wire.EncodeException;
import io.vertx.core.MultiMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a call is spelled in HTTP. Its methods run wherever the call does and never block. */
interface ClientProtocol {

  /** Why an operation cannot be called by it; null if it can. */
  @Nullable String refuses(Operation<?, ?> operation);

  /**
   * What to send for a request.
   *
   * @throws EncodeException if the payload holds what its contract cannot say
   */
  Sent send(Request request);

  /** Adds the headers of the protocol itself. */
  void headers(MultiMap headers);

  /**
   * A request as it goes out.
   *
   * @param method of HTTP
   * @param target path and query, percent-encoded
   * @param contentType of the body; null if there is none
   * @param accept the content types that the answer may have
   * @param body the one message, may be empty; null if messages follow one by one; do not change it
   * @param reader turns the answer into a response; of a stream, one that is none
   * @param stream null if there is one message each way
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Sent(
      String method,
      String target,
      @Nullable String contentType,
      String accept,
      byte @Nullable [] body,
      Function<Received, Response> reader,
      @Nullable StreamFormat stream) {

    /** What follows the headers. */
    RequestBody goingOut(boolean gzip) {
      if (body == null) {
        return RequestBody.stream(gzip);
      }
      return stream != null && stream.isEnveloped()
          ? RequestBody.enveloped(body, gzip)
          : RequestBody.whole(body, gzip, stream != null);
    }

    /** For messages of errors: as in {@code GET /users/u-1}, without the query. */
    String line() {
      int query = target.indexOf('?');
      return method + " " + (query < 0 ? target : target.substring(0, query));
    }
  }
}
