package dev.farcall.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How calls are spread over the endpoints of a service. Without it {@link #PEAK_EWMA} holds, which
 * is right for most.
 *
 * <pre>{@code
 * @Remote
 * @LoadBalanced(LoadBalanced.LEAST_REQUEST)
 * public interface UserService { … }
 * }</pre>
 *
 * <p>Whatever the strategy, an endpoint that cannot be reached, says that it is not well, or fails
 * while others do not, is passed over; one that is new gets its share step by step.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface LoadBalanced {

  /** One after the other. */
  String ROUND_ROBIN = "round_robin";

  /** By lot. */
  String RANDOM = "random";

  /** One after the other, each as often as its weight says, evenly spread. */
  String WEIGHTED_ROUND_ROBIN = "weighted_round_robin";

  /**
   * Of two by lot most likely the one that answers sooner: by its latency of late, in which what
   * fails is slow and a stall shows at once, times the calls that are on their way to it.
   */
  String PEAK_EWMA = "peak_ewma";

  /** Of two by lot the one with fewer calls on their way to it, for its weight. */
  String LEAST_REQUEST = "least_request";

  /** The one of all with the fewest calls on their way to it; for up to 32 endpoints. */
  String LEAST_CONNECTIONS = "least_connections";

  /**
   * Equal keys go to the same endpoint, and most of them also after endpoints have come or gone;
   * the key is the parameter marked {@link HashKey}.
   */
  String CONSISTENT_HASH = "consistent_hash";

  /** All to one, as long as that is there and well. */
  String STICKY = "sticky";

  /** One of the constants, or the name of a strategy of one's own. */
  String value() default PEAK_EWMA;
}
