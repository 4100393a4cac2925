package dev.farcall.pipeline;

import dev.farcall.call.Channel;
import dev.farcall.call.Operation;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.policy.BadSetting;
import dev.farcall.policy.Explanation;
import dev.farcall.policy.Finding;
import dev.farcall.policy.Policies;
import dev.farcall.policy.PolicyLint;
import dev.farcall.policy.Settings;
import java.util.ArrayList;
import java.util.List;
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
  private final Channel wire;
  private volatile Known known;

  /**
   * One.
   *
   * @throws IllegalStateException if what is configured cannot be kept, or contradicts itself
   */
  MethodStack(Operation<?, ?> operation, PolicySource source, MethodGuards guards, Channel wire) {
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
    List<BadSetting> bad = new ArrayList<>();
    Policies policies = Policies.read(settings, bad);
    if (!bad.isEmpty()) {
      throw refused(bad.stream().map(BadSetting::toString).toList());
    }
    if (!settings.equals(operation.policies())) { // else the compiler has looked at them
      lint(policies);
    }
    return new Known(settings, policies, guards.layers(policies).around(wire));
  }

  private void lint(Policies policies) {
    List<String> errors = new ArrayList<>();
    for (Finding finding : PolicyLint.check(policies, operation.idempotent())) {
      String text = finding + " (" + finding.attribute() + ")";
      if (finding.isError()) {
        errors.add(text);
      } else {
        LOG.log(System.Logger.Level.WARNING, "{0}: {1}", operation, text);
      }
    }
    if (!errors.isEmpty()) {
      throw refused(errors);
    }
  }

  private IllegalStateException refused(List<String> why) {
    return new IllegalStateException(
        "the policies of " + operation + " as configured: " + String.join("; ", why));
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
    return known.channel.toString();
  }

  private record Known(Settings settings, Policies policies, Channel channel) {}
}
