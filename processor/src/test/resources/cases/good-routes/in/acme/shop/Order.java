package acme.shop;

import dev.farcall.annotation.UnknownValue;

public record Order(OrderId id, String article, Status status, long price) {
  public enum Status {
    OPEN,
    CLOSED,
    @UnknownValue
    OTHER
  }
}
