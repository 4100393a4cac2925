package dev.farcall.simulation;

import dev.farcall.balance.BalanceChannel;
import dev.farcall.balance.EndpointGroup;
import dev.farcall.balance.Links;
import dev.farcall.call.Endpoint;
import dev.farcall.call.Failure;
import dev.farcall.call.Outcome;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.fixture.Script;
import dev.farcall.fixture.Texts;
import dev.farcall.policy.LoadBalancedPolicy;
import dev.farcall.spi.Link;
import dev.farcall.time.ManualTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Clients that call servers with a bounded number of workers each, on the manual clock: what a
 * strategy makes of servers that are not alike.
 */
final class Crowd {

  /** How the servers are. */
  record Setting(int servers, int workers, int clients, double load, Oddity oddity, int odd) {}

  /** What is odd about some of the servers. */
  enum Oddity {
    NONE,
    /** They take five times as long. */
    SLOW,
    /** They fail within half a millisecond. */
    FAILING
  }

  /** Milliseconds, and the part of calls that failed. */
  record Result(double p50, double p99, double p999, double failed, double toOdd) {}

  private static final long MEAN_NANOS = Duration.ofMillis(10).toNanos();
  private static final Duration WARM_UP = Duration.ofSeconds(20);
  private static final Duration MEASURED = Duration.ofSeconds(40);

  private final ManualTime time = new ManualTime();
  private final Setting setting;
  private final List<Server> servers = new ArrayList<>();
  private final List<Long> latencies = new ArrayList<>();

  /** Of calls that have not ended. */
  private final TreeSet<Long> begun = new TreeSet<>();

  private long failed;
  private long toOdd;
  private boolean measuring;

  private Crowd(Setting setting) {
    this.setting = setting;
    for (int i = 0; i < setting.servers(); i++) {
      servers.add(new Server(i < setting.odd() ? setting.oddity() : Oddity.NONE));
    }
  }

  static Result run(Setting setting, String strategy) {
    Crowd crowd = new Crowd(setting);
    List<EndpointGroup> groups = new ArrayList<>();
    double capacity =
        crowd.servers.stream().mapToDouble(server -> server.speed() * setting.workers()).sum();
    double callsPerNano = setting.load() * capacity / setting.clients();
    for (int i = 0; i < setting.clients(); i++) {
      EndpointGroup group = crowd.group();
      groups.add(group);
      crowd.callLater(
          new BalanceChannel(group, new LoadBalancedPolicy(strategy, List.of()), ""), callsPerNano);
    }
    crowd.time.advance(WARM_UP);
    crowd.measuring = true;
    crowd.time.advance(MEASURED);
    groups.forEach(EndpointGroup::close);
    return crowd.result();
  }

  private EndpointGroup group() {
    Links links =
        new Links(
            endpoint -> servers.get(endpoint.port() - 1),
            channel -> CompletableFuture.completedFuture(true));
    EndpointGroup group =
        new EndpointGroup(new EndpointGroup.Options("", "", 0, true), links, time, Runnable::run);
    List<Endpoint> endpoints = new ArrayList<>();
    for (int i = 1; i <= servers.size(); i++) {
      endpoints.add(Endpoint.of("server", i));
    }
    group.found(endpoints);
    return group;
  }

  /** Poisson arrivals. */
  private void callLater(BalanceChannel channel, double callsPerNano) {
    long pause = (long) (-StrictMath.log(1 - time.lot()) / callsPerNano);
    time.schedule(
        pause,
        () -> {
          callLater(channel, callsPerNano);
          call(channel);
        });
  }

  private void call(BalanceChannel channel) {
    long start = time.now();
    boolean counts = measuring;
    if (counts) {
      begun.add(start);
    }
    Request request = Texts.request(Texts.unary("Get").build(), "x");
    channel
        .send(request)
        .thenAccept(
            response -> {
              if (counts) {
                begun.remove(start);
                latencies.add(time.now() - start);
                failed += response.failure() == null ? 0 : 1;
                Endpoint to = request.attempt().endpoint();
                toOdd += to != null && to.port() <= setting.odd() ? 1 : 0;
              }
            });
  }

  /** What has not ended took at least as long as it has. */
  private Result result() {
    begun.forEach(start -> latencies.add(time.now() - start));
    double[] millis = latencies.stream().mapToDouble(nanos -> nanos / 1e6).sorted().toArray();
    return new Result(
        millis[millis.length / 2],
        millis[(int) (millis.length * 0.99)],
        millis[(int) (millis.length * 0.999)],
        (double) failed / millis.length,
        (double) toOdd / millis.length);
  }

  /** Workers, and a queue before them. */
  private final class Server implements Link {
    private final Oddity oddity;
    private final Queue<CompletableFuture<Response>> queue = new ArrayDeque<>();
    private int busy;

    Server(Oddity oddity) {
      this.oddity = oddity;
    }

    /** Calls a nanosecond for each worker. */
    double speed() {
      return 1.0 / MEAN_NANOS / (oddity == Oddity.SLOW ? 5 : 1);
    }

    @Override
    public CompletionStage<Response> send(Request request) {
      CompletableFuture<Response> answer = new CompletableFuture<>();
      if (oddity == Oddity.FAILING) {
        time.schedule(
            500_000,
            () ->
                answer.complete(
                    Response.failed(
                        Failure.of(
                            Outcome.SERVER_ERROR, dev.farcall.annotation.Code.INTERNAL, ""))));
      } else if (busy < setting.workers()) {
        work(answer);
      } else {
        queue.add(answer);
      }
      return answer;
    }

    private void work(CompletableFuture<Response> answer) {
      busy++;
      long nanos = (long) (-StrictMath.log(1 - time.lot()) / speed());
      time.schedule(
          nanos,
          () -> {
            busy--;
            answer.complete(Script.ok(""));
            CompletableFuture<Response> next = queue.poll();
            if (next != null) {
              work(next);
            }
          });
    }

    @Override
    public void close() {}
  }
}
