package dev.farcall.samples.shop;

import dev.farcall.resilience.CircuitBreakerEvent;
import dev.farcall.samples.shop.processing.Checkout;
import dev.farcall.samples.shop.processing.OrderRequest;
import dev.farcall.samples.shop.processing.OrderResult;
import dev.farcall.samples.shop.processing.Steps;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Sends orders through the processor from several threads. The orders of one customer go one after
 * the other, in the order of the file.
 */
final class OrderRun {

  static final int CALLERS = 8;

  private static final int TOLD_FAILURES = 5;
  private static final long REDRAW_MILLIS = 100;

  /** How long an order waits for a service before it has failed. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration BETWEEN = Duration.ofMillis(100);

  private final Checkout checkout;
  private final Deployment deployment;
  private final DemoOptions options;
  private final Pace pace;
  private final long begun = System.nanoTime();
  private final AtomicInteger putAside = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();
  private final ConcurrentLinkedQueue<String> news = new ConcurrentLinkedQueue<>();

  OrderRun(Checkout checkout, Deployment deployment, DemoOptions options) {
    this.checkout = checkout;
    this.deployment = deployment;
    this.options = options;
    this.pace = new Pace(options.rate());
  }

  /** Processes one order, with its steps on the screen. */
  Processed show(OrderRequest request, Screen screen) {
    screen.line("%n%s from %s", request.reference(), request.customer());
    Processed processed =
        process(request, (step, result) -> screen.line("  %-12s %s", step, result));
    if (processed.result() instanceof OrderResult.Rejected rejected) {
      screen.line("  %-12s %s", "rejected", rejected.message());
    }
    return processed;
  }

  /** Processes the others, with the progress on the screen. */
  List<Processed> all(List<OrderRequest> requests, Screen screen)
      throws InterruptedException, ExecutionException {
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try {
      List<Future<List<Processed>>> parts =
          IntStream.range(0, CALLERS)
              .mapToObj(i -> callers.submit(() -> part(requests, i)))
              .toList();
      callers.shutdown();
      follow(callers, requests.size(), screen);
      List<Processed> all = new ArrayList<>(requests.size());
      for (Future<List<Processed>> part : parts) {
        all.addAll(part.get());
      }
      return all;
    } finally {
      callers.shutdownNow();
    }
  }

  private List<Processed> part(List<OrderRequest> requests, int caller) {
    List<Processed> processed = new ArrayList<>();
    for (OrderRequest request : requests) {
      if (Math.floorMod(request.customer().hashCode(), CALLERS) == caller) {
        pace.await();
        processed.add(process(request, Steps.SILENT));
        if (done.incrementAndGet() == requests.size() / 2) {
          options.kill().ifPresent(service -> kill(service, requests.size()));
        }
      }
    }
    return processed;
  }

  private void kill(String service, int total) {
    String killed = deployment.kill(service);
    news.add(String.format(Locale.ROOT, "%s killed after %,d of %,d", killed, total / 2, total));
  }

  private Processed process(OrderRequest request, Steps steps) {
    long start = System.nanoTime();
    OrderResult result = checkout.processOrder(request, steps);
    if (result instanceof OrderResult.PutAside) {
      putAside.incrementAndGet();
      result = sendAgain(request, steps, start, result);
    }
    long nanos = System.nanoTime() - start;
    if (result instanceof OrderResult.Failed failed
        && failures.incrementAndGet() <= TOLD_FAILURES) {
      news.add(
          request.reference() + " failed to " + failed.step() + ": " + failed.cause().getMessage());
    }
    return new Processed(request, result, nanos);
  }

  /**
   * Until it comes to a result, the service that is missing is lost for good, or it takes too long.
   */
  private OrderResult sendAgain(
      OrderRequest request, Steps steps, long start, OrderResult putAside) {
    OrderResult result = putAside;
    while (result instanceof OrderResult.PutAside aside) {
      boolean goesOn =
          (deployment.lost().isEmpty() || deployment.comesBack())
              && System.nanoTime() - start < PATIENCE.toNanos()
              && !Thread.currentThread().isInterrupted();
      if (!goesOn) {
        return new OrderResult.Failed(aside.step(), aside.cause());
      }
      LockSupport.parkNanos(this, BETWEEN.toNanos());
      result = checkout.processOrder(request, steps);
    }
    return result;
  }

  /** A circuit breaker has something to tell. */
  void tell(CircuitBreakerEvent event) {
    news.add(String.format(Locale.ROOT, "%.1f s %s", (System.nanoTime() - begun) / 1e9, event));
  }

  /** Prints how many orders had to wait for a service. */
  void printPutAside(Screen screen) {
    if (putAside.get() > 0) {
      screen.line("  %-12s %,6d for a while, and sent again", "put aside", putAside.get());
    }
  }

  private void follow(ExecutorService callers, int total, Screen screen)
      throws InterruptedException {
    long start = System.nanoTime();
    int toldLost = 0;
    boolean ended;
    do {
      ended = callers.awaitTermination(REDRAW_MILLIS, TimeUnit.MILLISECONDS);
      List<String> lost = deployment.lost();
      toldLost = Math.min(toldLost, lost.size()); // one may have come back
      lost.subList(toldLost, lost.size()).forEach(line -> screen.line("! %s", line));
      toldLost = lost.size();
      for (String told = news.poll(); told != null; told = news.poll()) {
        screen.line("! %s", told);
      }
      int finished = done.get();
      double seconds = (System.nanoTime() - start) / 1e9;
      screen.progress(finished, total, finished / seconds);
    } while (!ended);
    screen.endProgress();
  }
}
