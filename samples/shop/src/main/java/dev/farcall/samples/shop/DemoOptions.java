package dev.farcall.samples.shop;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * What the demo is asked to do, by system properties.
 *
 * @param monolith all services in this process ({@code monolith})
 * @param orders the file of orders ({@code orders}); empty for the one that the sample ships
 * @param rate orders that begin in a second ({@code rate}); 0 for as many as can
 * @param serve the port on which to keep the whole shop open, instead of processing orders ({@code
 *     serve}; alone, 8080)
 * @param kill the service to end halfway, as {@code kill -9} would ({@code kill})
 */
record DemoOptions(
    boolean monolith,
    Optional<Path> orders,
    int rate,
    Optional<Integer> serve,
    Optional<String> kill) {

  DemoOptions {
    if (rate < 0) {
      throw new IllegalArgumentException("rate: " + rate + " (expected: >= 0 orders a second)");
    }
    kill.ifPresent(Services::require);
    if (monolith && kill.isPresent()) {
      throw new IllegalArgumentException("kill: not with monolith, which is one process");
    }
  }

  static DemoOptions of(Properties properties) {
    return new DemoOptions(
        Boolean.parseBoolean(properties.getProperty("monolith")),
        text(properties, "orders").map(Path::of),
        text(properties, "rate").map(text -> number("rate", text)).orElse(0),
        text(properties, "serve").filter(text -> !text.equals("false")).map(DemoOptions::port),
        text(properties, "kill"));
  }

  private static Optional<String> text(Properties properties, String key) {
    return Optional.ofNullable(properties.getProperty(key)).filter(value -> !value.isBlank());
  }

  private static int port(String text) {
    return text.equals("true") ? ShopServer.HTTP_PORT : number("serve", text);
  }

  private static int number(String name, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException(
          name + ": '" + text + "' (expected: a number)", notANumber);
    }
  }
}
