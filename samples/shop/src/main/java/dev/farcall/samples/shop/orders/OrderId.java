package dev.farcall.samples.shop.orders;

import dev.farcall.annotation.Scalar;
import java.util.UUID;

/** An order, as other services know it. */
@Scalar
public record OrderId(UUID value) {

  public static OrderId random() {
    return new OrderId(UUID.randomUUID());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
