package dev.farcall.pipeline;

import dev.farcall.call.Channel;
import dev.farcall.call.Operation;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.policy.Explanation;
import dev.farcall.policy.Policies;
import dev.farcall.policy.PolicyCheck;
import dev.farcall.policy.Setting;
import dev.farcall.policy.Settings;
import dev.farcall.resilience.MethodPolicies;
import java.util.concurrent.CompletionStage;

/**
 * The stack of one method as its policies are now. When they change, calls that begin take the new
 * one; what its objects have counted and learned stays.
 */
final class MethodStack implements Channel {

  private static final System.Logger LOG = System.getLogger(MethodStack.class.getName());

  private final Operation<?, ?> operation;
  private final PolicySource source;
  private final MethodGuards guards;
  private final Wire wire;
  private volatile Known known;

  /**
   * One.
   *
   * @throws IllegalStateException if what is configured cannot be kept, or contradicts itself
   */
  MethodStack(Operation<?, ?> operation, PolicySource source, MethodGuards guards, Wire wire) {
    this.operation = operation;
    this.source = source;
    this.guards = guards;
    this.wire = wire;
    this.known = make(source.settings(operation));
  }

  /** Its policies may have changed. What cannot be kept is logged, and those before stay. */
  synchronized void refresh() {
    Settings now = source.settings(operation);
    if (now.equals(known.settings)) {
      return;
    }
    try {
      known = make(now);
      LOG.log(System.Logger.Level.INFO, "{0}: {1}", operation, known.channel);
    } catch (IllegalStateException unusable) {
      LOG.log(System.Logger.Level.ERROR, "policies stay as they were", unusable);
    }
  }

  private Known make(Settings settings) {
    Policies policies =
        PolicyCheck.require(operation.path(), settings, operation.policies(), operation.traits());
    Channel way = way(policies, settings); // before the objects change, which it may refuse
    MethodGuards.Guarded guarded = guards.guarded(policies);
    return new Known(settings, policies, guarded.objects(), guarded.layers().around(way));
  }

  private Channel way(Policies policies, Settings settings) {
    try {
      return wire.channel(policies);
    } catch (IllegalArgumentException noSuchStrategy) {
      Setting said = settings.get("load-balanced.value");
      throw new IllegalStateException(
          operation
              + ": "
              + noSuchStrategy.getMessage()
              + (said == null ? "" : ", " + said.where()),
          noSuchStrategy);
    }
  }

  /** The policies of calls that begin now. */
  Policies policies() {
    return known.policies;
  }

  /** What keeps them. */
  MethodPolicies objects() {
    return known.objects;
  }

  Explanation explain() {
    Known now = known;
    return Explanation.of(operation.path(), now.settings, now.policies);
  }

  @Override
  public CompletionStage<Response> send(Request request) {
    return known.channel.send(request);
  }

  @Override
  public String toString() {
    Known now = known;
    Setting fallback = now.settings.get(Explanation.FALLBACK);
    return (fallback == null ? "" : "fallback " + fallback.value() + " > ") + now.channel;
  }

  private record Known(
      Settings settings, Policies policies, MethodPolicies objects, Channel channel) {}
}
