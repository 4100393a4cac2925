package dev.farcall.intercept;

import dev.farcall.call.Request;
import dev.farcall.spi.ServedServices;
import java.util.Set;

/** Requests that an interceptor lets pass. */
final class Exempt {

  private static final String HEALTH_SERVICE = "grpc.health.v1.Health";

  private static final Set<String> HEALTH_LINES =
      Set.of(
          "GET /health/live",
          "GET /health/ready",
          "GET /health/started",
          "HEAD /health/live",
          "HEAD /health/ready",
          "HEAD /health/started");

  private Exempt() {}

  /** Whether it is no call, but another request over HTTP. */
  static boolean isNoCall(Request request) {
    return request.operation() == ServedServices.NO_CALL;
  }

  /** Whether it asks for the server's health. */
  static boolean isHealth(Request request) {
    return isNoCall(request)
        ? HEALTH_LINES.contains(request.origin().line())
        : request.operation().service().equals(HEALTH_SERVICE);
  }

  /** Whether a browser asks what it may ask: by its standard, without credentials. */
  static boolean isPreflight(Request request) {
    return isNoCall(request) && request.origin().line().startsWith("OPTIONS ");
  }

  /**
   * The name by which a user speaks of it: {@code shop.users.v1.UserService/GetUser} for a call,
   * the path ({@code /docs}) for what is none.
   */
  static String name(Request request) {
    if (!isNoCall(request)) {
      return request.operation().path();
    }
    String line = request.origin().line();
    return line.substring(line.indexOf(' ') + 1);
  }
}
