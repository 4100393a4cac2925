package dev.farcall.samples.shop.users;

import dev.farcall.annotation.Scalar;
import java.util.UUID;

/** A user, as other services know them. */
@Scalar
public record UserId(UUID value) {

  public static UserId random() {
    return new UserId(UUID.randomUUID());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
