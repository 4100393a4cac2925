package dev.farcall.config;

import static java.util.Objects.requireNonNull;

import dev.farcall.config.Configuration.Source;
import dev.farcall.spi.ConfigSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of this JVM as it is now. It is read when it is first asked for, and again when
 * {@link #reload} is called, when the file that {@code -Dfarcall.config} names changes (which is
 * looked for every two seconds), or when a {@link ConfigSource} says so.
 *
 * <p>Sources, the first winning: system properties; the environment; each {@link ConfigSource}; the
 * file; the resource {@code farcall.properties} of the class path. Safe for many threads.
 */
public final class LiveConfiguration {

  private static final System.Logger LOG = System.getLogger(LiveConfiguration.class.getName());
  private static final String FILE_KEY = "farcall.config";
  private static final String RESOURCE = "farcall.properties";
  private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final List<ConfigSource> others = new ArrayList<>();
  private final Map<String, Map<String, String>> lastRead = new HashMap<>();
  private @Nullable Path file;
  private @Nullable State fileState;
  private @Nullable Configuration current;

  LiveConfiguration() {}

  /** That of this JVM. */
  public static LiveConfiguration ofThisJvm() {
    return Holder.INSTANCE;
  }

  /**
   * What is configured now, read again: for one who begins something that depends on it.
   *
   * @throws IllegalStateException if it cannot be read, or has keys that mean nothing
   */
  public Configuration read() {
    Configuration now;
    synchronized (this) {
      if (current == null) {
        begin();
      }
      now = readAll(current == null);
      requireKnownKeys(now);
      if (now.equals(current)) {
        return now;
      }
      boolean first = current == null;
      current = now;
      if (first) {
        follow();
        return now;
      }
    }
    tell();
    return now;
  }

  /**
   * Reads it again and tells all that depend on it. What cannot be read, or has keys that mean
   * nothing, is logged, and what was known before stays.
   */
  public void reload() {
    try {
      read();
    } catch (IllegalStateException unusable) {
      LOG.log(System.Logger.Level.ERROR, "configuration stays as it was", unusable);
    }
  }

  private void begin() {
    others.clear();
    ServiceLoader.load(ConfigSource.class).forEach(others::add);
    others.sort(Comparator.comparing(ConfigSource::name));
    file = namedFile();
    fileState = file == null ? null : State.of(file); // before it is read, to miss no change
  }

  private void follow() {
    others.forEach(source -> source.watch(this::reload));
    if (file != null && fileState != null) {
      watch(file, fileState);
    }
  }

  private static void requireKnownKeys(Configuration configuration) {
    List<String> unknown = KeyCheck.unknownSettings(configuration);
    if (!unknown.isEmpty()) {
      throw new IllegalStateException("configuration: " + String.join("; ", unknown));
    }
  }

  private void tell() {
    LOG.log(System.Logger.Level.INFO, "configuration has changed");
    listeners.forEach(Runnable::run);
  }

  private static @Nullable Path namedFile() {
    String named = System.getProperty(FILE_KEY);
    if (named == null) {
      named = System.getenv(Configuration.environmentName(FILE_KEY));
    }
    return named == null ? null : Path.of(named);
  }

  /** What is configured now, as it was read last. */
  public synchronized Configuration current() {
    return current == null ? read() : current;
  }

  /**
   * Tells of each change from here on, on the thread that found it. Two threads may find changes at
   * a time: what holds is what {@link #current} says, not who tells last.
   */
  public void onChange(Runnable listener) {
    listeners.add(requireNonNull(listener, "listener"));
  }

  /** Tells no more. */
  public void forget(Runnable listener) {
    listeners.remove(listener);
  }

  private Configuration readAll(boolean mustSucceed) {
    List<Source> sources = new ArrayList<>();
    sources.add(new Source("the system properties", false, systemProperties()));
    sources.add(new Source("the environment", true, System.getenv()));
    for (ConfigSource other : others) {
      sources.add(new Source(other.name(), false, tryRead(other.name(), other::read, mustSucceed)));
    }
    Path named = file;
    if (named != null) {
      String name = "the file " + named;
      sources.add(new Source(name, false, tryRead(name, () -> read(named), mustSucceed)));
    }
    String name = RESOURCE + " of the class path";
    sources.add(new Source(name, false, tryRead(name, LiveConfiguration::resource, mustSucceed)));
    return Configuration.of(sources);
  }

  private static Map<String, String> systemProperties() {
    return texts(System.getProperties());
  }

  private static Map<String, String> texts(Properties properties) {
    Map<String, String> texts = new HashMap<>();
    for (String name : properties.stringPropertyNames()) {
      texts.put(name, properties.getProperty(name));
    }
    return texts;
  }

  private Map<String, String> tryRead(String name, Reading reading, boolean mustSucceed) {
    try {
      Map<String, String> values = Map.copyOf(reading.read());
      lastRead.put(name, values);
      return values;
    } catch (IOException | UncheckedIOException | IllegalArgumentException unreadable) {
      String message = name + " cannot be read as configuration: " + unreadable;
      if (mustSucceed) {
        throw new IllegalStateException(message, unreadable);
      }
      LOG.log(System.Logger.Level.ERROR, message + "; what was read before stays", unreadable);
      return lastRead.getOrDefault(name, Map.of());
    }
  }

  private static Map<String, String> read(Path file) throws IOException {
    try (Reader reader = Files.newBufferedReader(file)) {
      return parse(reader);
    }
  }

  private static Map<String, String> resource() throws IOException {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try (InputStream in =
        loader == null
            ? ClassLoader.getSystemResourceAsStream(RESOURCE)
            : loader.getResourceAsStream(RESOURCE)) {
      return in == null ? Map.of() : parse(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
  }

  private static Map<String, String> parse(Reader reader) throws IOException {
    Properties properties = new Properties();
    properties.load(reader);
    return texts(properties);
  }

  /** On a thread of its own, since a disk may be slow; it ends with the JVM. */
  private void watch(Path watched, State first) {
    Thread watcher = new Thread(() -> lookAt(watched, first), "farcall-configuration");
    watcher.setDaemon(true);
    watcher.start();
  }

  private void lookAt(Path watched, State first) {
    State known = first;
    while (true) {
      try {
        Thread.sleep(LOOK_EVERY.toMillis());
      } catch (InterruptedException ended) {
        return;
      }
      State now = State.of(watched);
      if (!now.equals(known)) {
        known = now;
        reload();
      }
    }
  }

  /** Reads one source. */
  @FunctionalInterface
  private interface Reading {
    Map<String, String> read() throws IOException;
  }

  /** What tells that a file has changed. */
  private record State(@Nullable FileTime modified, long size) {

    static State of(Path file) {
      try {
        return new State(Files.getLastModifiedTime(file), Files.size(file));
      } catch (IOException absent) {
        return new State(null, -1);
      }
    }
  }

  private static final class Holder {
    static final LiveConfiguration INSTANCE = new LiveConfiguration();
  }
}
