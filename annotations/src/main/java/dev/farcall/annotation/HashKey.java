package dev.farcall.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The parameter by which {@link LoadBalanced#CONSISTENT_HASH} chooses the endpoint: calls with
 * equal keys go to the same one. At most one of a method; a {@code String}, a number, a {@code
 * boolean}, an enum or a {@code UUID}. A key that is null or an empty {@code Optional} goes
 * anywhere.
 *
 * <pre>{@code
 * @LoadBalanced(LoadBalanced.CONSISTENT_HASH)
 * Cart cart(@HashKey String customer);
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface HashKey {}
