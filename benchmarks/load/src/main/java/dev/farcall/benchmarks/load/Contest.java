package dev.farcall.benchmarks.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Contenders under the same load. Rounds are interleaved: all contenders one after the other, then
 * all of them again, so that a disturbance hits each of them alike. A contender that fails is told
 * of, and has no figures where it did.
 */
public final class Contest implements AutoCloseable {

  private final List<Pair> pairs = new ArrayList<>();

  private Contest() {}

  /**
   * Starts all; those that do not start, or answer something else than is due, take no part.
   *
   * @param tasks that each has to answer rightly
   * @param logs where what they write to their standard error goes
   */
  public static Contest start(List<Contender> contenders, List<Task> tasks, Path logs)
      throws InterruptedException {
    Contest contest = new Contest();
    for (Contender contender : contenders) {
      try {
        Pair pair = Pair.start(contender, logs);
        contest.pairs.add(pair);
        for (Task task : tasks) {
          pair.check(task);
        }
      } catch (IOException e) {
        told(contender, e);
        contest.leave(contender);
      }
    }
    if (contest.pairs.isEmpty()) {
      throw new IllegalStateException("none of the contenders started; see the messages above");
    }
    return contest;
  }

  /** Those that take part, in their order. */
  public List<Pair> pairs() {
    return List.copyOf(pairs);
  }

  /** Runs rounds that do not count. */
  public void warmUp(List<Task> tasks, Shape shape, long millis) throws InterruptedException {
    for (Task task : tasks) {
      run(task, shape, 1, millis);
    }
  }

  /**
   * Runs rounds; the figures of each, in their order. Those without asynchronous calls take no part
   * where these are asked for.
   */
  public Map<Contender, Figures> run(Task task, Shape shape, int rounds, long millis)
      throws InterruptedException {
    List<Pair> able = pairs.stream().filter(pair -> pair.async() || !shape.async()).toList();
    Map<Contender, List<Figures>> all = new LinkedHashMap<>();
    able.forEach(pair -> all.put(pair.contender(), new ArrayList<>()));
    for (int round = 0; round < rounds; round++) {
      for (Pair pair : able) {
        try {
          all.computeIfAbsent(pair.contender(), any -> new ArrayList<>())
              .add(pair.run(task, shape, millis));
        } catch (IOException e) {
          told(pair.contender(), e);
        }
      }
    }
    Map<Contender, Figures> together = new LinkedHashMap<>();
    all.forEach((contender, figures) -> together.put(contender, Figures.of(figures)));
    return together;
  }

  private void leave(Contender contender) {
    pairs.stream().filter(pair -> pair.contender().equals(contender)).forEach(Pair::close);
    pairs.removeIf(pair -> pair.contender().equals(contender));
  }

  private static void told(Contender contender, IOException e) {
    System.err.println(contender.name() + ": " + e.getMessage());
  }

  @Override
  public void close() {
    pairs.forEach(Pair::close);
  }
}
