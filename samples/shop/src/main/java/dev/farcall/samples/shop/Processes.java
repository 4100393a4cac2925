package dev.farcall.samples.shop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Each service in a process of its own, on a port of 127.0.0.1 that the system chose. */
final class Processes implements Deployment {

  private static final Duration START = Duration.ofSeconds(60);

  private final List<ServiceProcess> services = new CopyOnWriteArrayList<>();

  private final int failing;
  private final boolean restart;
  private final Path journal;

  private Processes(int failing, boolean restart, Path journal) {
    this.failing = failing;
    this.restart = restart;
    this.journal = journal;
  }

  /** Starts all of them at once and waits until each can be called. */
  static Processes start(DemoOptions options) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("farcall-shop");
    Processes processes =
        new Processes(options.failing(), options.restart(), folder.resolve("payments"));
    // Ctrl-C ends this process here; what it started goes with it.
    Runtime.getRuntime().addShutdownHook(new Thread(processes::close, "shop-shutdown"));
    try {
      for (String name : Services.NAMES) {
        processes.services.add(
            ServiceProcess.launch(name, 0, processes.failing, processes.journal));
      }
      for (ServiceProcess service : processes.services) {
        int port = service.awaitReady(START);
        Services.target(service.name(), "static:///127.0.0.1:" + port);
      }
      return processes;
    } catch (IOException | InterruptedException | RuntimeException failed) {
      processes.close();
      throw failed;
    }
  }

  @Override
  public List<String> describe() {
    return services.stream().map(ServiceProcess::toString).toList();
  }

  @Override
  public List<String> lost() {
    return services.stream().flatMap(service -> service.lost().stream()).toList();
  }

  @Override
  public void kill(String name) {
    for (ServiceProcess service : services) {
      if (service.name().equals(name)) {
        service.kill();
        if (restart) {
          new Thread(() -> startAgain(service), "shop-restart").start();
        }
      }
    }
  }

  /** At the same port, a second later. */
  private void startAgain(ServiceProcess killed) {
    try {
      int port = killed.awaitReady(START);
      Thread.sleep(Duration.ofSeconds(1).toMillis());
      ServiceProcess again = ServiceProcess.launch(killed.name(), port, failing, journal);
      services.set(services.indexOf(killed), again);
      again.awaitReady(START);
    } catch (IOException failed) {
      System.err.println(killed.name() + " did not start again: " + failed.getMessage());
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean comesBack() {
    return restart;
  }

  @Override
  public void close() {
    services.forEach(ServiceProcess::stop);
    services.forEach(ServiceProcess::close);
    try {
      Files.deleteIfExists(journal);
      Files.deleteIfExists(journal.getParent());
    } catch (IOException kept) {
      System.err.println("cannot be deleted: " + journal);
    }
  }
}
