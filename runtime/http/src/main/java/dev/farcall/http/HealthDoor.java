package dev.farcall.http;

import dev.farcall.spi.HealthState;
import java.nio.charset.StandardCharsets;

/** Answers the probes of an orchestrator: 200 or 503. */
final class HealthDoor implements FrontDoor {

  private static final byte[] UP = bytes("{\"status\":\"UP\"}");
  private static final byte[] DOWN = bytes("{\"status\":\"DOWN\"}");

  private final HealthState health;

  HealthDoor(HealthState health) {
    this.health = health;
  }

  @Override
  public boolean take(HttpExchange exchange) {
    boolean well;
    switch (exchange.path()) {
      case "/health/live" -> well = health.isLive();
      case "/health/ready" -> well = health.isReady();
      case "/health/started" -> well = health.isStarted();
      default -> {
        return false;
      }
    }
    if (!exchange.method().equals("GET") && !exchange.method().equals("HEAD")) {
      Refusal.wrongVerb(exchange, "GET, HEAD");
      return true;
    }
    Answer answer =
        well ? Answer.of(200, "application/json", UP) : Answer.of(503, "application/json", DOWN);
    exchange.answerNoCall(ErrorFormat.PROBLEM, null, answer.with("cache-control", "no-store"));
    return true;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
