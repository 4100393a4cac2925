package dev.farcall.samples.shop;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Each service in a process of its own, on a port of 127.0.0.1 that the system chose. */
final class Processes implements Deployment {

  private static final Duration START = Duration.ofSeconds(60);

  private final List<ServiceProcess> services = new CopyOnWriteArrayList<>();

  private Processes() {}

  /** Starts all of them at once and waits until each can be called. */
  static Processes start() throws IOException, InterruptedException {
    Processes processes = new Processes();
    // Ctrl-C ends this process here; what it started goes with it.
    Runtime.getRuntime().addShutdownHook(new Thread(processes::close, "shop-shutdown"));
    try {
      for (String name : Services.NAMES) {
        processes.services.add(ServiceProcess.launch(name));
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
    services.stream().filter(service -> service.name().equals(name)).forEach(ServiceProcess::kill);
  }

  @Override
  public void close() {
    services.forEach(ServiceProcess::stop);
    services.forEach(ServiceProcess::close);
  }
}
