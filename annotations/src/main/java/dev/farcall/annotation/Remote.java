package dev.farcall.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a service of an interface: the compiler writes its client, its dispatcher and its schema.
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
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Remote {}
