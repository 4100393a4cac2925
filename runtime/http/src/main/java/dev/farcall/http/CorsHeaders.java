package dev.farcall.http;

import dev.farcall.annotation.Code;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells browsers what pages of other origins may do.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">Fetch, HTTP-CORS</a>
 */
final class CorsHeaders {

  /** What a page may read where {@code *} is not allowed, because it may send credentials. */
  private static final String EXPOSED =
      "location, retry-after, x-request-id, grpc-status, grpc-message, grpc-status-details-bin";

  private CorsHeaders() {}

  /**
   * Answers the question of a browser what it may do, and writes to the answer of any other request
   * that it may be read.
   *
   * @return whether it was such a question, and is answered
   */
  static boolean answer(HttpExchange exchange) {
    Cors cors = exchange.settings().cors();
    if (cors == null) {
      return false;
    }
    MultiMap headers = exchange.response().headers();
    String origin = exchange.header(HttpHeaders.ORIGIN);
    String method = exchange.header(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
    boolean preflight = origin != null && method != null && exchange.method().equals("OPTIONS");
    vary(cors, preflight, headers);
    if (origin == null) {
      return false;
    }
    boolean allowed = cors.allows(origin);
    if (allowed) {
      headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, cors.isAnyOrigin() ? "*" : origin);
      if (cors.hasCredentials()) {
        headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
      }
    }
    if (preflight) {
      preflight(exchange, cors, allowed && cors.methods().contains(method));
      return true;
    }
    if (allowed) {
      headers.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, cors.hasCredentials() ? EXPOSED : "*");
    }
    return false;
  }

  private static void vary(Cors cors, boolean preflight, MultiMap headers) {
    if (!cors.isAnyOrigin()) {
      headers.add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    }
    if (preflight) {
      headers.add(
          HttpHeaders.VARY, "access-control-request-method, access-control-request-headers");
    }
  }

  private static void preflight(HttpExchange exchange, Cors cors, boolean allowed) {
    String asked = exchange.header(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS);
    if (!allowed || !allows(cors.headers(), asked)) {
      Refusal.refuse(
          exchange,
          403,
          Code.PERMISSION_DENIED,
          "pages of this origin may not send such a request");
      return;
    }
    MultiMap headers = exchange.response().headers();
    headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, String.join(", ", cors.methods()));
    if (asked != null) {
      headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, asked);
    }
    headers.set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, Long.toString(cors.maxAgeSeconds()));
    exchange.answerNoCall(ErrorFormat.PROBLEM, null, Answer.empty(204));
  }

  /** Whether all names of a list are among the allowed; any are if those are none. */
  private static boolean allows(Set<String> allowed, @Nullable String list) {
    if (list == null || allowed.isEmpty()) {
      return true;
    }
    for (int from = 0; from < list.length(); ) {
      int comma = list.indexOf(',', from);
      int to = comma < 0 ? list.length() : comma;
      String name = list.substring(from, to).trim().toLowerCase(Locale.ROOT);
      if (!name.isEmpty() && !allowed.contains(name)) {
        return false;
      }
      from = to + 1;
    }
    return true;
  }
}
