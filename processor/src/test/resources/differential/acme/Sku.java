package acme;

import dev.farcall.annotation.Scalar;

/** Refuses what absence stands for. */
@Scalar
public record Sku(String code) {
  public Sku {
    if (code.isEmpty()) {
      throw new IllegalArgumentException("code is empty");
    }
  }
}
