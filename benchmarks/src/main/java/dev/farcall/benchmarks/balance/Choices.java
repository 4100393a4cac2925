package dev.farcall.benchmarks.balance;

import dev.farcall.balance.Attachment;
import dev.farcall.balance.EndpointGroup;
import dev.farcall.balance.EndpointPicker;
import dev.farcall.call.Endpoint;
import dev.farcall.call.LiveEndpoint;
import dev.farcall.call.Outcome;
import dev.farcall.policy.LoadBalancedPolicy;
import dev.farcall.time.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The whole choice of an endpoint as a call makes it: the picker of the policy and the call's
 * metadata, a word by lot, the pick, and whether what was picked may be called. The clock is given,
 * since a call reads it anyway.
 */
public final class Choices {

  static final long NOW = 3_000_000;

  private final EndpointGroup group;
  private final EndpointPicker picker;

  /** Of so many endpoints that have answered before, each of another weight than the next. */
  public Choices(String strategy, int endpoints) {
    EndpointGroup.Options options = new EndpointGroup.Options("benchmark", "", 0, false);
    group = new EndpointGroup(options, new Answered(), new Given(), Runnable::run);
    picker = new EndpointPicker(group, new LoadBalancedPolicy(strategy, List.of()));
    group.found(endpoints(endpoints, -1));
  }

  static List<Endpoint> endpoints(int count, int changed) {
    List<Endpoint> endpoints = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String host = i == changed ? "new" + changed : "h" + i;
      endpoints.add(Endpoint.of(host, 1).withWeight(i % 5 + 1));
    }
    return endpoints;
  }

  /** Makes one. */
  public LiveEndpoint choose() {
    LiveEndpoint chosen = picker.pick(null);
    if (chosen == null) {
      throw new AssertionError("nobody to call");
    }
    return chosen;
  }

  /** Makes one, with what a call tells the endpoint at its beginning and its end. */
  public LiveEndpoint chooseAndCall() {
    LiveEndpoint chosen = choose();
    chosen.begin(NOW);
    chosen.answered(NOW, NOW + 1_000_000, Outcome.OK);
    chosen.end(Outcome.OK);
    return chosen;
  }

  void close() {
    group.close();
  }

  /** Endpoints that hang on nothing. */
  private static final class Answered implements Attachment {
    private int count;

    @Override
    public LiveEndpoint attach(Endpoint endpoint) {
      LiveEndpoint live = new LiveEndpoint(endpoint);
      live.begin(0);
      live.answered(0, 1_000_000 + count++ % 7 * 10_000, Outcome.OK);
      live.end(Outcome.OK);
      return live;
    }

    @Override
    public void detach(LiveEndpoint endpoint) {}

    @Override
    public CompletionStage<Boolean> probe(LiveEndpoint endpoint) {
      return CompletableFuture.completedFuture(true);
    }
  }

  /** A clock that stands; words are by lot as ever. */
  private static final class Given implements Time {
    @Override
    public long now() {
      return NOW;
    }

    @Override
    public Timer schedule(long delayNanos, Runnable task) {
      return () -> true;
    }
  }
}
