package dev.farcall.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a service of an interface: the compiler writes its client, its dispatcher and its schema.
 *
 * <p>A method returns its result, a {@code CompletionStage} of it, or a stream: a {@code
 * java.util.concurrent.Flow.Publisher}, a {@code java.util.stream.Stream}, or a type that is made
 * of one, as Reactor's {@code Mono} and {@code Flux}. It takes any number of values, or one stream.
 *
 * <p>Every abstract method is a remote one, those of super-interfaces included. Default and static
 * methods run where they are called, unless they carry {@link Rpc}. The interface must not be
 * generic; a generic super-interface whose arguments are bound is welcome.
 *
 * <pre>{@code
 * @Remote
 * public interface UserService {
 *   Optional<User> getUser(String id);
 * }
 * }</pre>
 *
 * <p>An interface may be the twin of another, {@link #of}: the same service in other shapes.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Remote {

  /**
   * The service of which this is a twin: another remote interface of the same package. Their
   * methods meet by the names of their RPCs; they take and answer the same, but each in the shape
   * that it likes, as an asynchronous one beside one that waits. Schema, messages, paths and errors
   * are the other's; so are its policies, where the twin says nothing. A twin may leave methods
   * out. It has a client of its own, and an implementation of it can be served in place of one of
   * the other.
   *
   * <pre>{@code
   * @Remote(of = UserService.class)
   * public interface AsyncUserService {
   *   CompletionStage<Optional<User>> getUser(String id);
   * }
   * }</pre>
   */
  Class<?> of() default void.class;
}
