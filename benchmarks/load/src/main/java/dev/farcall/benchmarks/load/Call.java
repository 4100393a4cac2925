package dev.farcall.benchmarks.load;

/** One call, made again and again. */
public interface Call {

  /**
   * Calls, and waits.
   *
   * @return what the client's user gets
   */
  Object make() throws Exception;

  /** Throws if an answer is not the one that is due. */
  void check(Object answer);
}
