package dev.farcall;

import dev.farcall.call.Handler;
import dev.farcall.fixture.Texts;
import dev.farcall.registry.ServiceRegistry;
import dev.farcall.spi.Listener;
import dev.farcall.spi.ServedServices;

/** Starts a server while its JVM ends, which refuses that, and says where it is entered then. */
final class StartedTooLate implements Listener, Listener.Running {

  private StartedTooLate() {}

  public static void main(String[] arguments) {
    Runtime.getRuntime().addShutdownHook(new Thread(StartedTooLate::begin));
  }

  private static void begin() {
    try {
      Server unexpected =
          Farcall.server()
              .listen(new StartedTooLate())
              .serve(
                  Texts.dispatcher(
                      Handler.nonBlocking(Texts.unary("Get").build(), (text, context) -> text)))
              .register("memory:///late")
              .start();
      System.out.println(unexpected);
    } catch (IllegalStateException refused) {
      try (ServiceRegistry registry = Farcall.registry("memory:///")) {
        System.out.println(refused.getMessage() + ": " + registry.instances("late"));
      }
    }
  }

  @Override
  public Running start(ServedServices services) {
    return this;
  }

  @Override
  public String kind() {
    return "none";
  }

  @Override
  public String host() {
    return "127.0.0.1";
  }

  @Override
  public int port() {
    return 1;
  }

  @Override
  public String describe() {
    return "nowhere";
  }

  @Override
  public void refuse() {}

  @Override
  public boolean awaitDrained(long timeoutNanos) {
    return true;
  }

  @Override
  public void close() {}
}
