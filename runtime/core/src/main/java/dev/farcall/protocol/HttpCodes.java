package dev.farcall.protocol;

import dev.farcall.annotation.Code;

/**
 * Between status codes and those of HTTP.
 *
 * @see <a href="https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto">
 *     google/rpc/code.proto</a>
 * @see <a href="https://connectrpc.com/docs/protocol#error-codes">Connect's table</a>
 */
public final class HttpCodes {

  /** "Client closed request", which nginx made common. */
  private static final int CLIENT_CLOSED = 499;

  private HttpCodes() {}

  /** The HTTP status that tells a code; 200 for OK. */
  public static int status(Code code) {
    return switch (code) {
      case OK -> 200;
      case INVALID_ARGUMENT, FAILED_PRECONDITION, OUT_OF_RANGE -> 400;
      case UNAUTHENTICATED -> 401;
      case PERMISSION_DENIED -> 403;
      case NOT_FOUND -> 404;
      case ALREADY_EXISTS, ABORTED -> 409;
      case RESOURCE_EXHAUSTED -> 429;
      case CANCELLED -> CLIENT_CLOSED;
      case UNKNOWN, INTERNAL, DATA_LOSS -> 500;
      case UNIMPLEMENTED -> 501;
      case UNAVAILABLE -> 503;
      case DEADLINE_EXCEEDED -> 504; // not 408, after which clients send the request again
    };
  }

  /**
   * What an HTTP status lets a client conclude where the body tells no code. It is not the inverse
   * of {@link #status}: such an answer comes from something between the client and the service.
   *
   * @param status any but 200
   */
  public static Code inferred(int status) {
    return switch (status) {
      case 400, 431 -> Code.INTERNAL;
      case 401 -> Code.UNAUTHENTICATED;
      case 403 -> Code.PERMISSION_DENIED;
      case 404 -> Code.UNIMPLEMENTED;
      case 429, 502, 503, 504 -> Code.UNAVAILABLE;
      default -> Code.UNKNOWN;
    };
  }
}
