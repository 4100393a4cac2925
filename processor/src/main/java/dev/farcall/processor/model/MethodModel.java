package dev.farcall.processor.model;

import com.palantir.javapoet.TypeName;
import dev.farcall.call.Kind;
import dev.farcall.policy.Settings;
import dev.farcall.processor.model.ParameterModel.StreamRole;
import java.util.List;
import java.util.Optional;

/**
 * One RPC.
 *
 * @param javaName the method
 * @param rpcName the name of the RPC, as in {@code GetUser}
 * @param parameters all parameters, in order
 * @param varargs whether the last parameter is declared with {@code ...}
 * @param returnType the Java return type as the method spells it, in the terms of the service
 * @param reply how the result is given
 * @param request the message that is sent, or each that is; the Java type of the codec of a
 *     stream's is the element itself
 * @param requestIsParameter whether the one payload parameter is itself the request message;
 *     otherwise the request is a synthesised record of the payload parameters
 * @param response the message that is answered, or each that is; its codec's Java type is the
 *     result itself, or the element
 * @param exceptions the types of the {@code throws} clause, as spelt
 * @param errors the declared {@code @RemoteError}s
 * @param nonBlocking whether it runs on the event loop although its reply is {@link Reply#VALUE}
 * @param policies what was said of its policies, all of which can be kept
 * @param fallback what answers in its place when it fails
 * @param hashKey what of the request chooses the endpoint, where the strategy asks for it
 * @param detached whether it ignores the deadline of the surrounding call
 * @param routes the paths it can be called at over HTTP, that of clients first
 */
public record MethodModel(
    String javaName,
    String rpcName,
    List<ParameterModel> parameters,
    boolean varargs,
    TypeName returnType,
    Reply reply,
    MessageRef request,
    boolean requestIsParameter,
    MessageRef response,
    List<TypeName> exceptions,
    List<ErrorModel> errors,
    boolean safe,
    boolean idempotent,
    boolean nonBlocking,
    Settings policies,
    Optional<FallbackModel> fallback,
    Optional<HashKeyModel> hashKey,
    boolean detached,
    List<RouteModel> routes,
    String doc,
    boolean deprecated,
    Site site) {

  /** The same method with these routes. */
  public MethodModel withRoutes(List<RouteModel> given) {
    return new MethodModel(
        javaName,
        rpcName,
        parameters,
        varargs,
        returnType,
        reply,
        request,
        requestIsParameter,
        response,
        exceptions,
        errors,
        safe,
        idempotent,
        nonBlocking,
        policies,
        fallback,
        hashKey,
        detached,
        List.copyOf(given),
        doc,
        deprecated,
        site);
  }

  /** How many messages go each way. */
  public Kind kind() {
    if (elements().isPresent()) {
      return reply.isStream() ? Kind.BIDI_STREAMING : Kind.CLIENT_STREAMING;
    }
    return reply.isStream() ? Kind.SERVER_STREAMING : Kind.UNARY;
  }

  /** The parameter whose elements are sent one by one. */
  public Optional<ParameterModel> elements() {
    return parameters.stream()
        .filter(parameter -> parameter.role() instanceof StreamRole)
        .findFirst();
  }

  /** How a method gives its result. */
  public enum Reply {
    /** {@code R m(…)}, {@code void} among them: the caller waits. */
    VALUE,
    /** {@code CompletionStage<R> m(…)}. */
    COMPLETION_STAGE,
    /** {@code CompletableFuture<R> m(…)}. */
    COMPLETABLE_FUTURE,
    /** One value to come in a type of another library, as Reactor's {@code Mono<R>}. */
    SINGLE,
    /** {@code Flow.Publisher<R> m(…)}. */
    PUBLISHER,
    /** {@code java.util.stream.Stream<R> m(…)}. */
    STREAM,
    /** A stream in a type of another library, as Reactor's {@code Flux<R>}. */
    ADAPTED_STREAM;

    /** Whether it is a stream of results. */
    public boolean isStream() {
      return this == PUBLISHER || this == STREAM || this == ADAPTED_STREAM;
    }

    /** Whether it is one result to come. */
    public boolean isPromise() {
      return this == COMPLETION_STAGE || this == COMPLETABLE_FUTURE || this == SINGLE;
    }
  }
}
