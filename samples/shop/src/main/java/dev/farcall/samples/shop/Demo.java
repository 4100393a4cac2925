package dev.farcall.samples.shop;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.farcall.Farcall;
import dev.farcall.Server;
import dev.farcall.call.CallException;
import dev.farcall.samples.shop.orders.OrderService;
import dev.farcall.samples.shop.payments.PaymentService;
import dev.farcall.samples.shop.processing.Checkout;
import dev.farcall.samples.shop.processing.CheckoutResilient;
import dev.farcall.samples.shop.processing.OrderFile;
import dev.farcall.samples.shop.processing.OrderFile.Entry;
import dev.farcall.samples.shop.processing.OrderProcessor;
import dev.farcall.samples.shop.processing.OrderRequest;
import dev.farcall.samples.shop.users.UserService;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/**
 * Opens the shop, processes a file of orders and tells how it went; or keeps it open for others
 * ({@link ShopServer}). The options are those of {@link DemoOptions}.
 *
 * <p>Exit code 0: every order came to a result, be it a refusal. 1: the shop did not open, or
 * orders failed although all services were there. 2: a service was lost on the way.
 */
public final class Demo {

  private static final int SHOWN = 6;

  /** How long the watch of users may be behind. */
  private static final Duration WATCHED = Duration.ofSeconds(5);

  private Demo() {}

  public static void main(String[] args) {
    Logs.quiet();
    Screen screen = Screen.standard();
    Runtime.getRuntime().addShutdownHook(new Thread(screen::close, "shop-screen"));
    System.exit(run(screen));
  }

  private static int run(Screen screen) {
    try {
      DemoOptions options = DemoOptions.of(System.getProperties());
      if (options.serve().isPresent()) {
        return serve(options.serve().get(), screen);
      }
      List<Entry> entries = OrderFile.read(orderLines(options));
      try (Deployment deployment = start(options)) {
        return process(entries, deployment, options, screen);
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException | CallException failed) {
      screen.line("The shop did not open: %s", failed.getMessage());
    } catch (ExecutionException failed) {
      screen.line("The demo broke: %s", failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return 1;
  }

  /** Until the process is ended. */
  private static int serve(int port, Screen screen) throws InterruptedException {
    Logs.showAccess();
    try (Server server = ShopServer.start(port, ShopServer.GRPC_PORT, ShopServer.LIMIT)) {
      ShopServer.describe(server.port()).forEach(line -> screen.line("%s", line));
      server.awaitTermination();
    }
    return 0;
  }

  private static Deployment start(DemoOptions options) throws IOException, InterruptedException {
    return options.monolith() ? Monolith.start(options.failing()) : Processes.start(options);
  }

  private static int process(
      List<Entry> entries, Deployment deployment, DemoOptions options, Screen screen)
      throws IOException, InterruptedException, ExecutionException {
    deployment.describe().forEach(screen::line);
    UserService users = Farcall.client(UserService.class);
    OrderService orders = Farcall.client(OrderService.class);
    PaymentService payments = Farcall.client(PaymentService.class);

    Opening.await(users, orders, payments);
    try (Watch watch = Watch.begin()) {
      Customers customers = Customers.register(users, lines("customers.csv"));
      screen.line("%s", customers);
      screen.line("%,d lines of orders", entries.size());

      List<OrderRequest> requests =
          only(OrderFile.Parsed.class, entries).map(OrderFile.Parsed::request).toList();
      int shown = Math.min(SHOWN, requests.size());
      Checkout checkout = new CheckoutResilient(new OrderProcessor(users, orders, payments));
      OrderRun run = new OrderRun(checkout, deployment, options);
      Farcall.connection(PaymentService.class)
          .circuitBreakers(PaymentService.class)
          .values()
          .forEach(breaker -> breaker.onEvent(run::tell));
      List<Processed> processed = new ArrayList<>();
      requests.subList(0, shown).forEach(request -> processed.add(run.show(request, screen)));
      screen.line("");

      long start = System.nanoTime();
      List<Processed> others = run.all(requests.subList(shown, requests.size()), screen);
      double perSecond = others.size() / ((System.nanoTime() - start) / 1e9);
      processed.addAll(others);

      Summary summary = new Summary(only(OrderFile.Unreadable.class, entries).toList(), processed);
      summary.printResults(screen);
      summary.printMoney(screen, orders, payments);
      summary.printSpeed(screen, perSecond);
      run.printPutAside(screen);
      watch.await(customers.registered(), WATCHED);
      watch.print(screen);
      Summary.printInstances(screen, "users", Farcall.connection(UserService.class).endpoints());
      List<String> lost = deployment.lost();
      lost.forEach(line -> screen.line("  %-12s %s", "lost", line));
      return !lost.isEmpty() ? 2 : summary.anyFailed() ? 1 : 0;
    }
  }

  private static <T extends Entry> Stream<T> only(Class<T> type, List<Entry> entries) {
    return entries.stream().filter(type::isInstance).map(type::cast);
  }

  private static List<String> orderLines(DemoOptions options) throws IOException {
    Path file = options.orders().orElse(null);
    if (file == null) {
      return lines("orders.csv");
    }
    try {
      return Files.readAllLines(file);
    } catch (IOException unreadable) {
      throw new IOException("orders: cannot read " + file.toAbsolutePath(), unreadable);
    }
  }

  private static List<String> lines(String resource) throws IOException {
    try (InputStream in = Demo.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("resource: " + resource + " is not on the class path");
      }
      return new String(in.readAllBytes(), UTF_8).lines().toList();
    }
  }
}
