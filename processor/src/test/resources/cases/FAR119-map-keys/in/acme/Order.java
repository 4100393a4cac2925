package acme;

import dev.farcall.annotation.Message;
import dev.farcall.annotation.Scalar;
import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;

@Message
record Order(
    Map<String, String> a,
    Map<Long, String> b,
    Map<Boolean, String> c,
    Map<Level, String> d,
    Map<UUID, String> e,
    Map<Id, String> f,
    // error: [FAR119] Double as the key of a map in Order.g has no protobuf form (expected: String, an integer, boolean, an enum, UUID, or a @Scalar record of one of these). Use one of these, or a list of records.
    Map<Double, String> g,
    // error: [FAR119] BigDecimal as the key of a map in Order.h has no protobuf form (expected: String, an integer, boolean, an enum, UUID, or a @Scalar record of one of these). Use one of these, or a list of records.
    Map<BigDecimal, String> h,
    // error: [FAR119] Other as the key of a map in Order.i has no protobuf form (expected: String, an integer, boolean, an enum, UUID, or a @Scalar record of one of these). Use one of these, or a list of records.
    Map<Other, String> i,
    // error: [FAR119] Id as the key of a SortedMap in Order.j is not Comparable: what is read could not be sorted. Use Map, or make it Comparable.
    SortedMap<Id, String> j,
    SortedMap<Level, String> k) {}

enum Level {
  LOW
}

@Scalar
record Id(UUID value) {}

record Other(String value) {}
