package dev.farcall.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Where the paths of a service begin. Methods with {@link Get}, {@link Post}, {@link Put}, {@link
 * Patch} or {@link Delete} can be called at a path of their own, with JSON, by browsers, {@code
 * curl} and clients of other makers; the others over gRPC and Connect only. The schema says so too,
 * as {@code google.api.http}.
 *
 * <pre>{@code
 * @Remote
 * @Http("/v1/orders")
 * public interface OrderService {
 *
 *   @Get("/{id}")
 *   Optional<Order> getOrder(OrderId id);
 *
 *   @Post
 *   @Status(value = 201, location = "/v1/orders/{id}")
 *   Order placeOrder(NewOrder order);
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Http {

  /** Segments, each with a slash before it, as in {@code /v1/orders}. */
  String value();
}
