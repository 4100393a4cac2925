package dev.farcall.intercept;

import static java.util.Objects.requireNonNull;

import dev.farcall.annotation.Code;
import dev.farcall.call.Channel;
import dev.farcall.call.Failure;
import dev.farcall.call.Metadata;
import dev.farcall.call.Outcome;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.spi.Interceptor;
import dev.farcall.time.Time;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Lets those in who bring a bearer token (RFC 6750: {@code authorization: Bearer …}) that belongs
 * to somebody, who is the call's {@code origin().principal()} from there on. All others are
 * answered UNAUTHENTICATED, but for the server's health, CORS preflights, and what is exempt.
 *
 * <pre>{@code
 * Authentication.bearer(tokens::owner).exempt("shop.users.v1.UserService/CreateUser", "/docs/*")
 * }</pre>
 *
 * <p>Where the owner of a token cannot be found out, because {@link Tokens} throws or fails, nobody
 * is let in: the call is answered UNAVAILABLE, and the log has the story.
 */
public final class Authentication implements Interceptor {

  private static final String SCHEME = "bearer ";

  private final Tokens tokens;
  private final Time time;
  private final Set<String> exempt;

  private Authentication(Tokens tokens, Time time, Set<String> exempt) {
    this.tokens = requireNonNull(tokens, "tokens");
    this.time = requireNonNull(time, "time");
    this.exempt = exempt;
  }

  /** Finds out whom a token belongs to. */
  @FunctionalInterface
  public interface Tokens {
    /**
     * Promises the owner, or empty for a token that is not, or no longer, good. Runs on the event
     * loop and must not block; the promise is given up with the call, or at its deadline.
     */
    CompletionStage<Optional<Principal>> owner(String token);
  }

  /** Asks for a token. */
  public static Authentication bearer(Tokens tokens) {
    return new Authentication(tokens, Time.system(), Set.of());
  }

  /** The same on another clock, which has to be the server's. */
  public Authentication time(Time other) {
    return new Authentication(tokens, other, exempt);
  }

  /**
   * The same; these are not asked for a token.
   *
   * @param names methods ({@code shop.users.v1.UserService/GetUser}), paths of HTTP that are no
   *     calls ({@code /openapi.json}), or all below one ({@code shop.users.v1.UserService/*},
   *     {@code /docs/*})
   */
  public Authentication exempt(String... names) {
    Set<String> more = new TreeSet<>(exempt);
    for (String name : names) {
      if (name.indexOf('/') < 0) {
        throw new IllegalArgumentException(
            "exempt: " + name + " (expected: Service/Method, /path, or either with /* at its end)");
      }
      more.add(name);
    }
    return new Authentication(tokens, time, Set.copyOf(more));
  }

  @Override
  public CompletionStage<Response> intercept(Request request, Channel next) {
    if (Exempt.isHealth(request) || Exempt.isPreflight(request) || isExempt(request)) {
      return next.send(request);
    }
    String token = token(request);
    if (token == null) {
      return CompletableFuture.completedFuture(
          refused("no credentials (expected: authorization: Bearer <token>)", "Bearer"));
    }
    return new Identifying(request, next).follow(tokens, token, time);
  }

  private boolean isExempt(Request request) {
    if (exempt.isEmpty()) {
      return false;
    }
    String name = Exempt.name(request);
    return exempt.contains(name) || exempt.stream().anyMatch(above -> isBelow(name, above));
  }

  private static boolean isBelow(String name, String above) {
    int length = above.length() - 1;
    return above.endsWith("/*") && name.regionMatches(0, above, 0, length);
  }

  private static @Nullable String token(Request request) {
    String header = request.metadata().get("authorization");
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return null;
    }
    String token = header.substring(SCHEME.length()).strip();
    return token.isEmpty() ? null : token;
  }

  static Response invalidToken() {
    return refused("the token is not valid", "Bearer error=\"invalid_token\"");
  }

  /** Says what is asked for as HTTP wants it, too. */
  private static Response refused(String message, String challenge) {
    return Response.failed(
        new Failure(
            Outcome.REFUSED,
            Code.UNAUTHENTICATED,
            message,
            List.of(),
            Metadata.of("www-authenticate", challenge),
            null));
  }

  @Override
  public String toString() {
    return "bearer authentication";
  }
}
