package acme;

import dev.farcall.annotation.Message;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;

@Message
public record Maps(
    Map<String, String> texts,
    Map<Integer, Long> numbers,
    Map<Long, Double> rates,
    Map<Boolean, byte[]> blobs,
    Map<UUID, BigDecimal> decimals,
    Map<Colour, Level> levels,
    Map<Level, Instant> instants,
    Map<Cents, Point> points,
    Map<Sku, Shape> shapes,
    Map<String, Point> named,
    SortedMap<String, Colour> sorted,
    Map<String, Maps> deeper) {}
