package dev.farcall.samples.streams;

import java.math.BigDecimal;

/** Trades together. */
public record Summary(int trades, BigDecimal turnover) {

  static final Summary NONE = new Summary(0, BigDecimal.ZERO);

  static Summary of(Trade trade) {
    return new Summary(1, trade.price().multiply(BigDecimal.valueOf(trade.quantity())));
  }

  Summary plus(Summary other) {
    return new Summary(trades + other.trades, turnover.add(other.turnover));
  }
}
