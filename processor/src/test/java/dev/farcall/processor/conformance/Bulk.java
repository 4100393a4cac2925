package dev.farcall.processor.conformance;

import dev.farcall.annotation.Message;
import dev.farcall.annotation.Tag;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an attacker would fill. */
@Message
record Bulk(
    @Tag(1) int[] packed,
    @Tag(2) List<Long> boxed,
    @Tag(3) List<Item> items,
    @Tag(4) Optional<Item> single,
    @Tag(5) Optional<Bulk> next,
    @Tag(6) Map<Integer, Integer> numbers,
    @Tag(7) Map<String, String> texts,
    @Tag(8) String text,
    @Tag(9) byte[] bytes,
    @Tag(10) Optional<BigDecimal> decimal,
    @Tag(11) Optional<BigInteger> integer,
    @Tag(12) Map<Integer, Item> itemsByNumber) {

  record Item(@Tag(1) int number, @Tag(2) List<String> names) {}
}
