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
 * @param restart whether that is started again a second later ({@code restart}); what is paid is
 *     kept in a file
 * @param failing how many of a hundred payments fail for a while ({@code failing})
 * @param users how many processes serve the users ({@code users}); 1 unless told
 * @param slow milliseconds that one of them takes longer for each answer ({@code slow})
 */
record DemoOptions(
    boolean monolith,
    Optional<Path> orders,
    int rate,
    Optional<Integer> serve,
    Optional<String> kill,
    boolean restart,
    int failing,
    int users,
    int slow) {

  DemoOptions {
    if (rate < 0) {
      throw new IllegalArgumentException("rate: " + rate + " (expected: >= 0 orders a second)");
    }
    kill.ifPresent(Services::require);
    if (monolith && kill.isPresent()) {
      throw new IllegalArgumentException("kill: not with monolith, which is one process");
    }
    if (users < 1 || users > 9 || (monolith && users > 1)) {
      throw new IllegalArgumentException(
          "users: " + users + " (expected: 1 to 9 processes, 1 with monolith)");
    }
    if (slow < 0 || (slow > 0 && users == 1)) {
      throw new IllegalArgumentException(
          "slow: " + slow + " (expected: milliseconds, and users above 1 beside it)");
    }
    if (restart && kill.isEmpty()) {
      throw new IllegalArgumentException("restart: of what? (expected: kill beside it)");
    }
    if (restart && !kill.get().equals("payments")) {
      throw new IllegalArgumentException(
          "restart: " + kill.get() + " forget what they knew (expected: kill=payments)");
    }
    if (failing < 0 || failing > 100) {
      throw new IllegalArgumentException("failing: " + failing + " (expected: 0 to 100 percent)");
    }
  }

  static DemoOptions of(Properties properties) {
    return new DemoOptions(
        Boolean.parseBoolean(properties.getProperty("monolith")),
        text(properties, "orders").map(Path::of),
        text(properties, "rate").map(text -> number("rate", text)).orElse(0),
        text(properties, "serve").filter(text -> !text.equals("false")).map(DemoOptions::port),
        text(properties, "kill"),
        text(properties, "restart").filter(text -> !text.equals("false")).isPresent(),
        text(properties, "failing").map(text -> number("failing", text)).orElse(0),
        text(properties, "users").map(text -> number("users", text)).orElse(1),
        text(properties, "slow").map(text -> number("slow", text)).orElse(0));
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
