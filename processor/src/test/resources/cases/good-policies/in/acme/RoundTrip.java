package acme;

import dev.farcall.call.CallException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;

/** The decorator around an implementation that fails as it is told. */
public class RoundTrip implements Runnable {

  private int failures;
  private int calls;

  private void fail() throws IOException {
    calls++;
    if (failures > 0) {
      failures--;
      throw new IOException("down");
    }
  }

  private final class Real implements Gateway {
    @Override
    public void ping() {
      calls++;
    }

    @Override
    public String quote(String symbol) throws IOException {
      fail();
      return symbol + "!";
    }

    @Override
    public void send(String limit, int... attempt) {
      calls++;
      if (attempt.length > 0) {
        try {
          new CountDownLatch(1).await();
        } catch (InterruptedException e) {
          throw new IllegalStateException("interrupted", e);
        }
      }
    }

    @Override
    public List<String> list(String guard, int limit) {
      throw new IllegalStateException("down");
    }

    @Override
    public CompletableFuture<String> later(String id) {
      return CompletableFuture.failedFuture(new IOException("down"));
    }

    @Override
    public CompletionStage<String> soon() {
      return CompletableFuture.completedFuture("soon");
    }

    @Override
    public String greeting(String name) {
      throw new IllegalStateException("down");
    }

    @Override
    public void forget(String id) {
      throw new IllegalStateException("down");
    }

    @Override
    public <T extends Comparable<T>> T first(List<T> all) {
      return all.get(0);
    }
  }

  @Override
  public void run() {
    Gateway gateway = new GatewayResilient(new Real());
    try {
      failures = 2;
      require("FAR!".equals(gateway.quote("FAR")), "retries until it succeeds");
      require(calls == 3, "three attempts");
      failures = 3;
      try {
        gateway.quote("FAR");
        throw new AssertionError("expected: IOException");
      } catch (IOException last) {
        require("down".equals(last.getMessage()), "the last failure");
      }
      gateway.quote("FAR");
      throw new AssertionError("expected: an open circuit");
    } catch (CallException open) {
      require("CIRCUIT_BREAKER_OPEN".equals(open.reason()), open.toString());
      require(open.getMessage().contains("\"acme.Gateway.quote\""), open.toString());
    } catch (IOException unexpected) {
      throw new AssertionError(unexpected);
    }
    gateway.ping();
    gateway.send("a");
    try {
      gateway.send("a", 1);
      throw new AssertionError("expected: a timeout");
    } catch (CallException late) {
      require(late.getMessage().contains("within 50 ms"), late.toString());
      require(!Thread.currentThread().isInterrupted(), "no interrupt is left behind");
    }
    require(gateway.list("a", 1).equals(List.of("IllegalStateException")), "a static fallback");
    require(gateway.later("a").join().equals("empty"), "a fallback of what ends later");
    require(gateway.soon().toCompletableFuture().join().equals("soon"), "what ends later");
    require(gateway.greeting("Ada").equals("Hello, Ada"), "the body of a default method");
    gateway.forget("a");
    require(gateway.first(new ArrayList<>(List.of(3, 4))) == 3, "a generic method");
    require(gateway.toString().contains("quote: "), gateway.toString());
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }
}
