package dev.farcall.balance;

import static java.util.Objects.requireNonNull;

import dev.farcall.annotation.Code;
import dev.farcall.call.Channel;
import dev.farcall.call.Failure;
import dev.farcall.call.LiveEndpoint;
import dev.farcall.call.Outcome;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.policy.LoadBalancedPolicy;
import dev.farcall.spi.LoadBalancer.Picker;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Sends each attempt to an endpoint of its own. Before: picks one, notes it in the attempt's
 * history, counts it as on its way. After: tells the endpoint how long it took and how it ended.
 */
public final class BalanceChannel implements Channel {

  private final EndpointGroup group;
  private final Spread spread;
  private final String wire;

  /**
   * Over a group whose endpoints were attached by {@link Links}.
   *
   * @param wire for people
   * @throws IllegalArgumentException if there is no strategy of that name
   */
  public BalanceChannel(EndpointGroup group, LoadBalancedPolicy policy, String wire) {
    this.group = requireNonNull(group, "group");
    this.spread = group.spread(requireNonNull(policy, "policy"));
    this.wire = requireNonNull(wire, "wire");
  }

  @Override
  public CompletionStage<Response> send(Request request) {
    Pickers pickers = spread.pickers();
    Picker picker = pickers.of(request.metadata());
    if (picker == null) {
      return pickers.members().isKnown()
          ? CompletableFuture.completedFuture(Response.failed(nobody(pickers.members(), request)))
          : new UnknownYet(request, this, group).start();
    }
    long now = group.time().now();
    long word = spread.isKeyed() ? request.keyWord(group.time()) : group.time().word();
    LiveEndpoint chosen =
        request.attempt().number() == 1
            ? Choice.of(picker, now, word, spread.isKeyed())
            : Choice.elsewhere(picker, pickers.members().active(), request.attempt(), now, word);
    return new BalancedCall(group, (ConnectedEndpoint) chosen, now).send(request);
  }

  private Failure nobody(Members none, Request request) {
    return Failure.of(
        Outcome.NEVER_SENT,
        Code.UNAVAILABLE,
        group.whyNone(none) + " (asked for " + request.operation() + ")");
  }

  @Override
  public String toString() {
    return spread + " > " + wire + " " + group;
  }
}
