package dev.farcall.processor.conformance;

import dev.farcall.processor.conformance.Ledger.Entry;
import dev.farcall.processor.conformance.Ledger.Owner;
import dev.farcall.processor.conformance.Ledger.Pair;
import dev.farcall.processor.conformance.Ledger.Risk;
import dev.farcall.processor.conformance.Ledger.State;
import dev.farcall.processor.conformance.Payment.Card;
import dev.farcall.processor.conformance.Payment.Cash;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Random ledgers, which random bytes would hardly ever be. */
final class SampleLedgers {

  private SampleLedgers() {}

  /** An encoded one. */
  static byte[] next(Random random) {
    return Subjects.LEDGER.encode(ledger(random, 2));
  }

  static Ledger ledger(Random random, int generations) {
    Instant opened = Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
    return new Ledger(
        new UUID(random.nextLong(), random.nextLong()),
        new Owner("x".repeat(random.nextInt(41))),
        new BigDecimal(new BigInteger(random.nextInt(200), random), random.nextInt(40) - 20),
        new BigInteger(random.nextInt(500), random).negate(),
        opened,
        Duration.ofMillis(random.nextInt()),
        LocalDate.ofEpochDay(random.nextInt(100_000)),
        some(random, opened.atOffset(ZoneOffset.ofHours(random.nextInt(30) - 15))),
        Currency.getInstance(random.nextBoolean() ? "EUR" : "JPY"),
        random.nextBoolean() ? Locale.GERMANY : Locale.ROOT,
        URI.create("https://example.com/" + random.nextInt()),
        (byte) random.nextInt(),
        (short) random.nextInt(),
        State.values()[random.nextInt(2)],
        Risk.values()[random.nextInt(3)],
        List.of(new Entry(random.nextInt(), some(random, "text")), new Entry(0, Optional.empty())),
        Set.of("a", "b" + random.nextInt()),
        Map.of(new UUID(0, random.nextLong()), BigDecimal.valueOf(random.nextInt(), 2)),
        Map.of(State.OPEN, random.nextInt()),
        some(random, random.nextBoolean() ? new Cash() : new Card(1, Optional.empty())),
        some(random, new Pair<>(random.nextInt(), random.nextInt())),
        generations == 0
            ? Optional.empty()
            : some(random, random).map(more -> ledger(more, generations - 1)));
  }

  private static <T> Optional<T> some(Random random, T value) {
    return random.nextBoolean() ? Optional.of(value) : Optional.empty();
  }
}
