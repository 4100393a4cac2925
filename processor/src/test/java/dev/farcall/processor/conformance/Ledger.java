package dev.farcall.processor.conformance;

import dev.farcall.annotation.Message;
import dev.farcall.annotation.Scalar;
import dev.farcall.annotation.UnknownValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A record of what Java has and protobuf has not: types without a natural default, checks, text.
 */
@Message
record Ledger(
    UUID id,
    Owner owner,
    BigDecimal balance,
    BigInteger serial,
    Instant openedAt,
    Duration grace,
    LocalDate due,
    Optional<OffsetDateTime> closedAt,
    Currency currency,
    Locale locale,
    URI home,
    byte level,
    short branch,
    State state,
    Risk risk,
    List<Entry> entries,
    Set<String> labels,
    Map<UUID, BigDecimal> limits,
    Map<State, Integer> visits,
    Optional<Payment> payment,
    Optional<Pair<Integer>> window,
    Optional<Ledger> parent) {

  @Scalar
  record Owner(String name) {
    Owner {
      if (name.length() > 40) {
        throw new IllegalArgumentException("an owner's name has at most 40 characters");
      }
    }
  }

  record Entry(long cents, Optional<String> text) {
    Entry {
      if (cents == Long.MIN_VALUE) {
        throw new IllegalArgumentException("cents: the smallest number has no opposite");
      }
    }
  }

  record Pair<T>(T from, T to) {}

  enum State {
    OPEN,
    CLOSED
  }

  enum Risk {
    LOW,
    HIGH,
    @UnknownValue
    OTHER
  }
}
