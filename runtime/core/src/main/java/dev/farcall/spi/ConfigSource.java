package dev.farcall.spi;

import java.io.IOException;
import java.util.Map;

/**
 * Another place that configuration comes from, as a configuration server; found by {@link
 * java.util.ServiceLoader}. System properties and the environment win over it, it wins over the
 * file; among several the first by {@link #name} wins.
 */
public interface ConfigSource {

  /** For people: messages about a key say that it stands here. */
  String name();

  /**
   * All keys that begin with {@code farcall.}, with their values; others are passed over. Called at
   * the start, and again after {@code changed} was run; never by two threads at once.
   *
   * @throws IOException if it cannot be read: fails the start; later what was read before stays
   */
  Map<String, String> read() throws IOException;

  /**
   * Begins to watch.
   *
   * @param changed to be run, on any thread, when {@link #read} would give something else
   */
  default void watch(Runnable changed) {}
}
