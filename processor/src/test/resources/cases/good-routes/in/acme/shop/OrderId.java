package acme.shop;

import dev.farcall.annotation.Scalar;

@Scalar
public record OrderId(long value) {
  public OrderId {
    if (value <= 0) {
      throw new IllegalArgumentException("must be positive");
    }
  }
}
