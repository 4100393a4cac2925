/**
 * Our generated protobuf codec beside protobuf-java with the mapping that a user would write by
 * hand: record to bytes, bytes to record. {@link dev.farcall.benchmarks.codec.CodecComparison} runs
 * it.
 */
@NullMarked
package dev.farcall.benchmarks.codec;

import org.jspecify.annotations.NullMarked;
