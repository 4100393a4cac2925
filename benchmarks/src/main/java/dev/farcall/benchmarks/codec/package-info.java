/**
 * Our generated protobuf codec beside protobuf-java with the mapping that a user would write by
 * hand: record to bytes, bytes to record; and its JSON beside Jackson's. {@code CodecComparison},
 * with Wire beside them, and {@link dev.farcall.benchmarks.codec.JsonComparison} run them.
 */
@NullMarked
package dev.farcall.benchmarks.codec;

import org.jspecify.annotations.NullMarked;
