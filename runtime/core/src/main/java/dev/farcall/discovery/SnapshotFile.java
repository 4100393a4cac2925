package dev.farcall.discovery;

import dev.farcall.call.Endpoint;
import dev.farcall.registry.Instance;
import dev.farcall.registry.InstanceJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Endpoints in a file, a line of JSON for each. Written beside and then put in its place, so that
 * it is never half of one, and one after the other, so that the last list is the one that is kept;
 * a line that cannot be read is left out, with a warning. What a process that was killed has left
 * beside is removed.
 */
final class SnapshotFile {

  private static final System.Logger LOG = System.getLogger(SnapshotFile.class.getName());

  private static final String BESIDE = ".new";

  /** What is as old as that nobody writes any more. */
  private static final Duration LEFT = Duration.ofMinutes(1);

  private final Path file;
  private final Executor background;

  /** What is to be written next; null if nothing is. Guarded by this. */
  private @Nullable List<Endpoint> next;

  private boolean writing;

  SnapshotFile(Path file, Executor background) {
    this.file = file.toAbsolutePath();
    this.background = background;
  }

  /** What was known when it was written last; nothing if there is no file. */
  List<Endpoint> read() {
    List<Endpoint> endpoints = new ArrayList<>();
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      text.lines().filter(line -> !line.isBlank()).forEach(line -> read(line, endpoints));
    } catch (NoSuchFileException none) {
      return List.of();
    } catch (IOException unreadable) {
      warn("the endpoints that {0} remembers cannot be read: {1} (it is written anew)", unreadable);
    }
    return endpoints;
  }

  private void read(String line, List<Endpoint> endpoints) {
    try {
      endpoints.add(InstanceJson.read(line.getBytes(StandardCharsets.UTF_8)).endpoint());
    } catch (IllegalArgumentException noEndpoint) {
      warn("an endpoint that {0} remembers is left out: {1}", noEndpoint);
    }
  }

  private void warn(String told, Exception why) {
    LOG.log(System.Logger.Level.WARNING, told, file, why.toString());
  }

  /** Writes these, soon; of several lists the last. */
  void write(List<Endpoint> endpoints) {
    synchronized (this) {
      next = endpoints;
      if (writing) {
        return;
      }
      writing = true;
    }
    background.execute(this::writeAll);
  }

  private void writeAll() {
    for (List<Endpoint> endpoints = next(); endpoints != null; endpoints = next()) {
      try {
        put(text(endpoints));
      } catch (IOException failed) {
        warn("the endpoints cannot be remembered in {0}: {1}", failed);
      }
    }
  }

  private synchronized @Nullable List<Endpoint> next() {
    List<Endpoint> endpoints = next;
    next = null;
    writing = endpoints != null;
    return endpoints;
  }

  private static String text(List<Endpoint> endpoints) {
    StringBuilder text = new StringBuilder();
    for (Endpoint endpoint : endpoints) {
      byte[] json = InstanceJson.write(Instance.of(endpoint));
      text.append(new String(json, StandardCharsets.UTF_8)).append('\n');
    }
    return text.toString();
  }

  private void put(String text) throws IOException {
    Files.createDirectories(file.getParent());
    removeLeft();
    Path beside = Files.createTempFile(file.getParent(), file.getFileName() + ".", BESIDE);
    try {
      Files.writeString(beside, text, StandardCharsets.UTF_8);
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside); // it is there still if it could not be moved
    }
  }

  /** By their names, which are made of ours and a number; another process may write one now. */
  private void removeLeft() throws IOException {
    String begin = file.getFileName() + ".";
    Instant old = Instant.now().minus(LEFT);
    try (Stream<Path> there = Files.list(file.getParent())) {
      for (Path each : there.filter(path -> isBeside(begin, path)).toList()) {
        if (Files.getLastModifiedTime(each).toInstant().isBefore(old)) {
          Files.deleteIfExists(each);
        }
      }
    } catch (NoSuchFileException meanwhile) {
      // Another process has removed it, or put it in its place.
    }
  }

  private static boolean isBeside(String begin, Path path) {
    String name = path.getFileName().toString();
    int end = name.length() - BESIDE.length();
    return name.startsWith(begin)
        && name.endsWith(BESIDE)
        && end > begin.length()
        && name.substring(begin.length(), end).chars().allMatch(Character::isDigit);
  }
}
