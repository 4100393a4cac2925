package dev.farcall.http;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which pages of other origins may call; immutable.
 *
 * <pre>{@code
 * Cors.origins("https://shop.example", "https://admin.shop.example").credentials()
 * Cors.anyOrigin().maxAge(Duration.ofHours(1))
 * }</pre>
 *
 * <p>Without more said: no credentials, the methods that routes can have, any header in a request,
 * the headers of every answer readable, asked anew every ten minutes.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">Fetch, HTTP-CORS</a>
 */
public final class Cors {

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

  private final Set<String> origins;
  private final boolean anyOrigin;
  private final Set<String> methods;
  private final Set<String> headers;
  private final boolean credentials;
  private final Duration maxAge;

  private Cors(
      Set<String> origins,
      boolean anyOrigin,
      Set<String> methods,
      Set<String> headers,
      boolean credentials,
      Duration maxAge) {
    this.origins = origins;
    this.anyOrigin = anyOrigin;
    this.methods = methods;
    this.headers = headers;
    this.credentials = credentials;
    this.maxAge = maxAge;
  }

  /**
   * Pages of these origins.
   *
   * @param origins each as a browser sends it: {@code https://shop.example}, a port only if it is
   *     not the scheme's, no path
   */
  public static Cors origins(String... origins) {
    for (String origin : origins) {
      int authority = origin.indexOf("://") + 3;
      if (authority < 4 || authority == origin.length() || origin.indexOf('/', authority) >= 0) {
        throw new IllegalArgumentException(
            "origin: '" + origin + "' (expected: scheme://host or scheme://host:port)");
      }
    }
    return new Cors(
        Set.copyOf(List.of(origins)), false, METHODS, Set.of(), false, Duration.ofMinutes(10));
  }

  /** Pages of all origins. They get no credentials of the user. */
  public static Cors anyOrigin() {
    return new Cors(Set.of(), true, METHODS, Set.of(), false, Duration.ofMinutes(10));
  }

  /** With these methods only. */
  public Cors methods(String... only) {
    return new Cors(
        origins, anyOrigin, new LinkedHashSet<>(List.of(only)), headers, credentials, maxAge);
  }

  /** With these headers only; names in any case. */
  public Cors headers(String... only) {
    Set<String> lower = new LinkedHashSet<>();
    for (String header : only) {
      lower.add(header.toLowerCase(Locale.ROOT));
    }
    return new Cors(origins, anyOrigin, methods, lower, credentials, maxAge);
  }

  /**
   * Lets pages send cookies, client certificates and {@code Authorization} of their user.
   *
   * @throws IllegalStateException for {@link #anyOrigin()}: any page could then act as the user
   */
  public Cors credentials() {
    if (anyOrigin) {
      throw new IllegalStateException(
          "credentials for any origin (expected: Cors.origins(…), with those that are trusted)");
    }
    return new Cors(origins, false, methods, headers, true, maxAge);
  }

  /** How long a browser may remember what it may do; zero for not at all. */
  public Cors maxAge(Duration age) {
    if (age.isNegative()) {
      throw new IllegalArgumentException("age: " + age + " (expected: >= 0)");
    }
    return new Cors(origins, anyOrigin, methods, headers, credentials, age);
  }

  boolean allows(String origin) {
    return anyOrigin || origins.contains(origin);
  }

  boolean isAnyOrigin() {
    return anyOrigin;
  }

  boolean hasCredentials() {
    return credentials;
  }

  Set<String> methods() {
    return methods;
  }

  /** Empty for any. */
  Set<String> headers() {
    return headers;
  }

  long maxAgeSeconds() {
    return maxAge.toSeconds();
  }

  @Override
  public String toString() {
    return "Cors[" + (anyOrigin ? "any origin" : origins) + (credentials ? ", credentials]" : "]");
  }
}
