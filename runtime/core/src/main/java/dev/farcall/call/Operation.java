package dev.farcall.call;

import static java.util.Objects.requireNonNull;

import dev.farcall.policy.Settings;
import dev.farcall.policy.Traits;
import dev.farcall.route.Route;
import dev.farcall.wire.MessageCodec;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a remote method before its arguments. A constant of generated code: it holds
 * configuration and no state.
 *
 * <pre>{@code
 * static final Operation<UserServiceGetUserRequest, Optional<User>> GET_USER =
 *     Operation.unary("shop.users.v1.UserService", "GetUser",
 *             UserServiceGetUserRequestCodec.INSTANCE, UserServiceGetUserResponseCodec.INSTANCE)
 *         .safe()
 *         .policies("timeout.value", "300ms", "retry.enabled", "true")
 *         .build();
 * }</pre>
 *
 * @param <Q> what the request's codec reads and writes
 * @param <R> what the response's codec reads and writes
 */
public final class Operation<Q, R> {

  private final String service;
  private final String method;
  private final String path;
  private final Kind kind;
  private final MessageCodec<Q> request;
  private final MessageCodec<R> response;
  private final boolean safe;
  private final boolean idempotent;
  private final boolean detached;
  private final Settings policies;
  private final List<DeclaredError<?>> errors;
  private final List<Route<Q, R>> routes;
  private final @Nullable ToLongFunction<? super Q> hashKey;

  private Operation(Builder<Q, R> from) {
    this.service = from.service;
    this.method = from.method;
    this.path = from.service + '/' + from.method;
    this.kind = from.kind;
    this.request = from.request;
    this.response = from.response;
    this.safe = from.safe;
    this.idempotent = from.idempotent;
    this.detached = from.detached;
    this.policies = from.policies;
    this.errors = from.errors;
    this.routes = from.routes;
    this.hashKey = from.hashKey;
  }

  /** Begins the description of a unary method. */
  public static <Q, R> Builder<Q, R> unary(
      String service, String method, MessageCodec<Q> request, MessageCodec<R> response) {
    return new Builder<>(service, method, Kind.UNARY, request, response);
  }

  /** Begins the description of a method of any kind. */
  public static <Q, R> Builder<Q, R> of(
      Kind kind, String service, String method, MessageCodec<Q> request, MessageCodec<R> response) {
    return new Builder<>(service, method, kind, request, response);
  }

  /** The full proto name of the service, as in {@code shop.users.v1.UserService}. */
  public String service() {
    return service;
  }

  /** The name of the RPC in its service, as in {@code GetUser}. */
  public String method() {
    return method;
  }

  /** {@code service/method}: gRPC's full method name, without a leading slash. */
  public String path() {
    return path;
  }

  public Kind kind() {
    return kind;
  }

  public MessageCodec<Q> request() {
    return request;
  }

  public MessageCodec<R> response() {
    return response;
  }

  /** Whether a call changes nothing on the server. Implies {@link #idempotent()}. */
  public boolean safe() {
    return safe;
  }

  /** Whether two calls leave the server as one does. */
  public boolean idempotent() {
    return idempotent;
  }

  /** What decides which policies it can have. */
  public Traits traits() {
    return new Traits(idempotent, kind.requestStream(), kind.responseStream());
  }

  /** Whether calls ignore the deadline of the call they are made in. */
  public boolean detached() {
    return detached;
  }

  /** What its author said of its policies. */
  public Settings policies() {
    return policies;
  }

  /** The exceptions the method declares and the wire carries. */
  public List<DeclaredError<?>> errors() {
    return errors;
  }

  /**
   * The paths it can be called at, that of clients first; empty if gRPC and Connect are its only
   * wires.
   */
  public List<Route<Q, R>> routes() {
    return routes;
  }

  /** The hash of the key of a request, by {@link Hashing}; null if it has none. */
  @Nullable ToLongFunction<? super Q> hashKey() {
    return hashKey;
  }

  /**
   * Which of the {@link #errors()} a status with these details is: by its payload, or, where that
   * was too long to be sent, by its reason; null if it is none.
   */
  @Nullable DeclaredError<?> declared(List<ErrorDetail> details) {
    if (errors.isEmpty() || details.isEmpty()) {
      return null;
    }
    ErrorInfo info = ErrorInfo.find(details);
    String reason = info != null && info.domain().equals(service) ? info.reason() : null;
    for (DeclaredError<?> error : errors) {
      if (error.reason().equals(reason) || error.in(details) != null) {
        return error;
      }
    }
    return null;
  }

  @Override
  public String toString() {
    return path;
  }

  /** Collects the parts of an {@link Operation}. */
  public static final class Builder<Q, R> {
    private final String service;
    private final String method;
    private final Kind kind;
    private final MessageCodec<Q> request;
    private final MessageCodec<R> response;
    private boolean safe;
    private boolean idempotent;
    private boolean detached;
    private Settings policies = Settings.NONE;
    private List<DeclaredError<?>> errors = List.of();
    private List<Route<Q, R>> routes = List.of();
    private @Nullable ToLongFunction<? super Q> hashKey;

    private Builder(
        String service,
        String method,
        Kind kind,
        MessageCodec<Q> request,
        MessageCodec<R> response) {
      this.service = requireNonNull(service, "service");
      this.method = requireNonNull(method, "method");
      this.kind = requireNonNull(kind, "kind");
      this.request = requireNonNull(request, "request");
      this.response = requireNonNull(response, "response");
    }

    /** A call changes nothing on the server. */
    public Builder<Q, R> safe() {
      this.safe = true;
      this.idempotent = true;
      return this;
    }

    /** Two calls leave the server as one does. */
    public Builder<Q, R> idempotent() {
      this.idempotent = true;
      return this;
    }

    /** Calls ignore the deadline of the call they are made in. */
    public Builder<Q, R> detached() {
      this.detached = true;
      return this;
    }

    /** What its author says of its policies, as {@link Settings#annotated} takes it. */
    public Builder<Q, R> policies(String... attributesAndValues) {
      this.policies = Settings.annotated(attributesAndValues);
      return this;
    }

    /** The exceptions the method declares. */
    public Builder<Q, R> errors(DeclaredError<?>... errors) {
      this.errors = List.of(errors);
      return this;
    }

    /** The paths it can be called at, that of clients first. */
    public Builder<Q, R> routes(List<Route<Q, R>> routes) {
      this.routes = List.copyOf(routes);
      return this;
    }

    /** The key by which consistent hashing chooses the endpoint, hashed by {@link Hashing}. */
    public Builder<Q, R> hashKey(ToLongFunction<? super Q> hash) {
      this.hashKey = requireNonNull(hash, "hash");
      return this;
    }

    public Operation<Q, R> build() {
      return new Operation<>(this);
    }
  }
}
