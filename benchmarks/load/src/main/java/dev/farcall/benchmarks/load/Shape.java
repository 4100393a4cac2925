package dev.farcall.benchmarks.load;

/**
 * How calls are made.
 *
 * @param callers threads that wait for each answer; or calls in flight of one thread that does not
 * @param async whether it is the latter
 * @param callsPerSecond begun by all together, whatever becomes of them; 0 for the next as soon as
 *     one was answered
 */
public record Shape(int callers, boolean async, double callsPerSecond) {

  /** Threads that call again once they were answered. */
  public static Shape callers(int callers) {
    return new Shape(callers, false, 0);
  }

  /** One thread that keeps so many calls in flight. */
  public static Shape inFlight(int calls) {
    return new Shape(calls, true, 0);
  }

  /** Threads that call at fixed times. */
  public static Shape rate(int callers, double callsPerSecond) {
    return new Shape(callers, false, callsPerSecond);
  }

  static Shape parse(String text) {
    String[] parts = text.split(":", 3);
    return new Shape(
        Integer.parseInt(parts[0]), Boolean.parseBoolean(parts[1]), Double.parseDouble(parts[2]));
  }

  @Override
  public String toString() {
    return callers + ":" + async + ":" + callsPerSecond;
  }
}
