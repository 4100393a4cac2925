package dev.farcall.config;

import dev.farcall.spi.ConfigSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A source of configuration that somebody else brings; empty unless a test fills it. */
public final class TestSource implements ConfigSource {

  static final Map<String, String> VALUES = new ConcurrentHashMap<>();
  static final List<Runnable> CHANGED = new CopyOnWriteArrayList<>();

  @Override
  public String name() {
    return "the test's own source";
  }

  @Override
  public Map<String, String> read() {
    return VALUES;
  }

  @Override
  public void watch(Runnable changed) {
    CHANGED.add(changed);
  }
}
