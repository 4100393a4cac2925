package dev.farcall.samples.shop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Each service in a process of its own, on a port of 127.0.0.1 that the system chose. */
final class Processes implements Deployment {

  private static final Duration START = Duration.ofSeconds(60);

  private final List<ServiceProcess> services = new CopyOnWriteArrayList<>();

  private final boolean restart;
  private final Path folder;

  private Processes(boolean restart, Path folder) {
    this.restart = restart;
    this.folder = folder;
  }

  /** Starts all of them at once and waits until each can be called. */
  static Processes start(DemoOptions options) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("farcall-shop");
    Processes processes = new Processes(options.restart(), folder);
    // Ctrl-C ends this process here; what it started goes with it.
    Runtime.getRuntime().addShutdownHook(new Thread(processes::close, "shop-shutdown"));
    try {
      for (String name : Services.NAMES) {
        int instances = name.equals("users") ? options.users() : 1;
        for (int i = 0; i < instances; i++) {
          int slow = name.equals("users") && i == 0 ? options.slow() : 0;
          processes.services.add(
              ServiceProcess.launch(new ServiceSettings(name, 0, options.failing(), slow, folder)));
        }
      }
      for (String name : Services.NAMES) {
        Services.target(name, "static:///" + processes.addresses(name));
      }
      return processes;
    } catch (IOException | InterruptedException | RuntimeException failed) {
      processes.close();
      throw failed;
    }
  }

  /** Of all instances of a service, when they can be called. */
  private String addresses(String name) throws IOException, InterruptedException {
    List<String> addresses = new ArrayList<>();
    for (ServiceProcess service : services) {
      if (service.name().equals(name)) {
        addresses.add("127.0.0.1:" + service.awaitReady(START));
      }
    }
    return String.join(",", addresses);
  }

  @Override
  public List<String> describe() {
    return services.stream().map(ServiceProcess::toString).toList();
  }

  @Override
  public List<String> lost() {
    return services.stream()
        .filter(service -> !isAnyAlive(service.name()))
        .flatMap(service -> service.lost().stream())
        .toList();
  }

  private boolean isAnyAlive(String name) {
    return services.stream().anyMatch(each -> each.name().equals(name) && each.isAlive());
  }

  @Override
  public String kill(String name) {
    ServiceProcess killed =
        services.stream()
            .filter(service -> service.name().equals(name))
            .reduce((before, last) -> last)
            .orElseThrow();
    killed.kill();
    if (restart) {
      new Thread(() -> startAgain(killed), "shop-restart").start();
    }
    return killed.toString();
  }

  /** At the same port, a second later. */
  private void startAgain(ServiceProcess killed) {
    try {
      int port = killed.awaitReady(START);
      Thread.sleep(Duration.ofSeconds(1).toMillis());
      ServiceProcess again = ServiceProcess.launch(killed.settings().at(port));
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
      for (String file : List.of("payments", "users", "")) {
        Files.deleteIfExists(folder.resolve(file));
      }
    } catch (IOException kept) {
      System.err.println("cannot be deleted: " + folder);
    }
  }
}
