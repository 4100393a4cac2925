package dev.farcall.benchmarks.balance;

import com.linecorp.armeria.client.Endpoint;
import com.linecorp.armeria.common.loadbalancer.LoadBalancer;
import com.linecorp.armeria.common.loadbalancer.SimpleLoadBalancer;
import dev.farcall.annotation.LoadBalanced;
import dev.farcall.balance.Strategies;
import dev.farcall.call.LiveEndpoint;
import dev.farcall.call.Outcome;
import dev.farcall.spi.LoadBalancer.Picker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One pick; where the strategy looks at what is on its way, with the beginning and the end of a call
 * that takes no time. The clock is read by whoever picks, and stands still here.
 */
@State(Scope.Benchmark)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PickBenchmark {

  @Param({"10", "100", "1000", "10000"})
  public int endpoints;

  private Picker roundRobin;
  private Picker random;
  private Picker weightedRoundRobin;
  private Picker leastRequest;
  private Picker peakEwma;
  private Picker consistentHash;
  private Picker sticky;
  private SimpleLoadBalancer<Endpoint> armeriaRoundRobin;
  private SimpleLoadBalancer<Endpoint> armeriaWeightedRoundRobin;
  private SimpleLoadBalancer<Endpoint> armeriaWeightedRandom;

  /** Words by lot, one for each thread. */
  @State(Scope.Thread)
  public static class Words {
    private long word = Thread.currentThread().getId();

    long next() {
      word ^= word << 13;
      word ^= word >>> 7;
      word ^= word << 17;
      return word;
    }
  }

  @Setup(Level.Trial)
  public void setUp() {
    roundRobin = picker(LoadBalanced.ROUND_ROBIN);
    random = picker(LoadBalanced.RANDOM);
    weightedRoundRobin = picker(LoadBalanced.WEIGHTED_ROUND_ROBIN);
    leastRequest = picker(LoadBalanced.LEAST_REQUEST);
    peakEwma = picker(LoadBalanced.PEAK_EWMA);
    consistentHash = picker(LoadBalanced.CONSISTENT_HASH);
    sticky = picker(LoadBalanced.STICKY);
    List<Endpoint> theirs = new ArrayList<>();
    for (int i = 0; i < endpoints; i++) {
      theirs.add(Endpoint.of("h" + i, 1).withWeight(i % 5 + 1));
    }
    armeriaRoundRobin = LoadBalancer.ofRoundRobin(theirs);
    armeriaWeightedRoundRobin = LoadBalancer.ofWeightedRoundRobin(theirs, Endpoint::weight);
    armeriaWeightedRandom = LoadBalancer.ofWeightedRandom(theirs, Endpoint::weight);
  }

  private Picker picker(String strategy) {
    return Strategies.named(strategy).picker(live(endpoints), null);
  }

  static List<LiveEndpoint> live(int count) {
    List<LiveEndpoint> live = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      LiveEndpoint endpoint =
          new LiveEndpoint(dev.farcall.call.Endpoint.of("h" + i, 1).withWeight(i % 5 + 1));
      endpoint.begin(0);
      endpoint.answered(0, 1_000_000 + i % 7 * 10_000, Outcome.OK);
      endpoint.end(Outcome.OK);
      live.add(endpoint);
    }
    return live;
  }

  private static LiveEndpoint call(LiveEndpoint picked) {
    picked.begin(2_000_000);
    picked.answered(2_000_000, 3_000_000, Outcome.OK);
    picked.end(Outcome.OK);
    return picked;
  }

  @Benchmark
  public long clock() {
    return System.nanoTime();
  }

  @Benchmark
  public Object roundRobin(Words words) {
    return roundRobin.pick(0, words.next());
  }

  @Benchmark
  public Object random(Words words) {
    return random.pick(0, words.next());
  }

  @Benchmark
  public Object weightedRoundRobin(Words words) {
    return weightedRoundRobin.pick(0, words.next());
  }

  @Benchmark
  public Object leastRequest(Words words) {
    return leastRequest.pick(0, words.next());
  }

  @Benchmark
  public Object leastRequestAndCall(Words words) {
    return call(leastRequest.pick(0, words.next()));
  }

  @Benchmark
  public Object peakEwma(Words words) {
    return peakEwma.pick(3_000_000, words.next());
  }

  @Benchmark
  public Object peakEwmaAndCall(Words words) {
    return call(peakEwma.pick(3_000_000, words.next()));
  }

  @Benchmark
  public Object consistentHash(Words words) {
    return consistentHash.pick(0, words.next());
  }

  @Benchmark
  public Object sticky(Words words) {
    return sticky.pick(0, words.next());
  }

  @Benchmark
  public Object armeriaRoundRobin() {
    return armeriaRoundRobin.pick();
  }

  @Benchmark
  public Object armeriaWeightedRoundRobin() {
    return armeriaWeightedRoundRobin.pick();
  }

  @Benchmark
  public Object armeriaWeightedRandom() {
    return armeriaWeightedRandom.pick();
  }
}
