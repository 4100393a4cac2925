package acme;

import dev.farcall.call.CallContext;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Calls every method through its client and its dispatcher. */
public final class RoundTrip implements Runnable {

  private static final Tick A = new Tick("a", 1);
  private static final Tick B = new Tick("b", 2);

  @Override
  public void run() {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    Reactor.provide();
    try {
      answers(new TicksClient(new Loop(new TicksDispatcher(new TicksImpl()))));
      fallbacks(new TicksClient(new Loop(null)));
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  private static void answers(Ticks ticks) {
    require(Lists.of(ticks.watch("a", 1)).join(), List.of(A, new Tick("a", 2)));
    require(Lists.of(ticks.feed()).join().size(), 2);
    require(Lists.of(ticks.prices(B)).join(), List.of(2, 0, -1));
    require(ticks.list("a").toList(), List.of(A, new Tick("a", 2)));
    require(ticks.pages().toList(), List.of(List.of(new UUID(0, 1)), List.of()));
    require(Lists.of(ticks.wrapped()).join().size(), 2);
    require(ticks.sum(Lists.publisher(List.of(1, 2, 0))), 3);
    push(ticks);
    Tick uploaded =
        ticks.upload("t", Lists.publisher(List.of(A, B)), null).toCompletableFuture().join();
    require(uploaded, new Tick("t", 2));
    ticks.uploadAll(Lists.publisher(List.of(List.of(A), List.of()))).join();
    require(ticks.count(Lists.publisher(List.of(A, B))), 2L);
    require(Lists.of(ticks.chat(Lists.publisher(List.of("x", "")))).join(), List.of("x!", "!"));
    require(ticks.encoded(Stream.of(-1L, 4L)), 3L);
    require(
        Lists.of(ticks.live("f", CallContext.NONE).publisher()).join().get(0), new Tick("f", 5));
    require(ticks.last("a").block(), new Tick("a", 9));
    require(ticks.check().block() == null, true);
    require(
        ticks.total(new reactor.core.publisher.Flux<>(Lists.publisher(List.of(1L, 2L)))).block(),
        3L);
    require(
        Lists.of(
                ticks
                    .echo(new reactor.core.publisher.Flux<>(Lists.publisher(List.of("e"))), null)
                    .publisher())
            .join(),
        List.of("e!"));
    require(Lists.of(ticks.watchOrNone("a")).join().size(), 2);
  }

  private static void push(Ticks ticks) {
    try {
      ticks.push(Stream.of(A, B));
      ticks.push(Stream.of(A));
      throw new AssertionError("not refused");
    } catch (TickRefused refused) {
      require(refused.symbol(), "[" + A + "]");
    }
  }

  private static void fallbacks(Ticks ticks) {
    require(Lists.of(ticks.watchOrNone("a")).join(), List.of());
    require(Lists.of(ticks.fluxOrNone("a").publisher()).join(), List.of());
    require(ticks.listOrNone("a").toList(), List.of());
    require(ticks.lastOrNone("a").block(), new Tick("a", 0));
    require(ticks.countOrNone(Lists.publisher(List.of(A))), -1L);
  }

  private static void require(Object found, Object expected) {
    if (!expected.equals(found)) {
      throw new AssertionError(found + " (expected: " + expected + ")");
    }
  }
}
