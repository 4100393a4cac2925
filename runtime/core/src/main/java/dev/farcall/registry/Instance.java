package dev.farcall.registry;

import static java.util.Objects.requireNonNull;

import dev.farcall.call.Endpoint;
import java.util.Map;

/**
 * An instance of a service as it is entered in a registry. Immutable.
 *
 * <pre>{@code
 * Instance.of("10.0.0.5", 9090).withId("users-1").withZone("a").withWeight(2)
 * }</pre>
 *
 * @param endpoint where it is, under which id, of what weight, zone and metadata
 * @param status what it is about
 * @param health what is known of its health
 */
public record Instance(Endpoint endpoint, Status status, Health health) {

  /** What an instance is about. */
  public enum Status {
    /** It does not take calls yet. */
    STARTING,
    /** It takes calls. */
    UP,
    /** It takes no new calls. */
    DRAINING
  }

  /** What is known of the health of an instance. */
  public enum Health {
    UNKNOWN,
    HEALTHY,
    UNHEALTHY
  }

  public Instance {
    requireNonNull(endpoint, "endpoint");
    requireNonNull(status, "status");
    requireNonNull(health, "health");
  }

  /** One that takes calls, known by its address. */
  public static Instance of(String host, int port) {
    return of(Endpoint.of(host, port));
  }

  /** One that takes calls. */
  public static Instance of(Endpoint endpoint) {
    return new Instance(endpoint, Status.UP, Health.UNKNOWN);
  }

  public String id() {
    return endpoint.id();
  }

  /** Whether calls should be sent to it. */
  public boolean isCallable() {
    return status == Status.UP && health != Health.UNHEALTHY;
  }

  /** The same under another id. */
  public Instance withId(String id) {
    return new Instance(endpoint.withId(id), status, health);
  }

  /** The same with another weight. */
  public Instance withWeight(double weight) {
    return new Instance(endpoint.withWeight(weight), status, health);
  }

  /** The same in another zone. */
  public Instance withZone(String zone) {
    return new Instance(endpoint.withZone(zone), status, health);
  }

  /** The same with other metadata. */
  public Instance withMetadata(Map<String, String> metadata) {
    return new Instance(endpoint.withMetadata(metadata), status, health);
  }

  /** The same with another status. */
  public Instance withStatus(Status other) {
    return new Instance(endpoint, other, health);
  }

  /** The same with another health. */
  public Instance withHealth(Health other) {
    return new Instance(endpoint, status, other);
  }

  @Override
  public String toString() {
    return id() + " at " + endpoint + " " + status + (health == Health.UNKNOWN ? "" : " " + health);
  }
}
