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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Endpoints in a file, a line of JSON for each. Written beside and then put in its place, so that
 * it is never half of one; what cannot be read is left out, with a warning.
 */
final class SnapshotFile {

  private static final System.Logger LOG = System.getLogger(SnapshotFile.class.getName());

  private final Path file;
  private final Executor background;
  private List<Endpoint> next = List.of();
  private boolean writing;

  SnapshotFile(Path file, Executor background) {
    this.file = file.toAbsolutePath();
    this.background = background;
  }

  /** What was known when it was written last; nothing if there is no file. */
  List<Endpoint> read() {
    List<Endpoint> endpoints = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        if (!line.isBlank()) {
          endpoints.add(InstanceJson.read(line.getBytes(StandardCharsets.UTF_8)).endpoint());
        }
      }
    } catch (NoSuchFileException none) {
      return List.of();
    } catch (IOException | IllegalArgumentException unreadable) {
      LOG.log(
          System.Logger.Level.WARNING,
          "the endpoints that {0} remembers cannot be read: {1} (it is written anew)",
          file,
          unreadable.getMessage());
    }
    return endpoints;
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
    background.execute(this::writeNext);
  }

  private void writeNext() {
    List<Endpoint> endpoints;
    synchronized (this) {
      writing = false;
      endpoints = next;
    }
    StringBuilder text = new StringBuilder();
    for (Endpoint endpoint : endpoints) {
      byte[] json = InstanceJson.write(Instance.of(endpoint));
      text.append(new String(json, StandardCharsets.UTF_8)).append('\n');
    }
    try {
      Files.createDirectories(file.getParent());
      Path beside = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new");
      Files.writeString(beside, text, StandardCharsets.UTF_8);
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failed) {
      LOG.log(
          System.Logger.Level.WARNING,
          "the endpoints cannot be remembered in {0}: {1}",
          file,
          failed.toString());
    }
  }
}
