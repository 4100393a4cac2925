package dev.farcall.http;

/** Takes what no other door does. */
final class UnknownDoor implements FrontDoor {

  @Override
  public boolean take(HttpExchange exchange) {
    Refusal.unknownPath(exchange);
    return true;
  }
}
