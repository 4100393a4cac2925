/**
 * The generated codecs against oracles that are not ours: the cases of protobuf's conformance
 * suite, binary and JSON, and {@code DynamicMessage} and {@code JsonFormat} over mutated input.
 *
 * <p>{@link dev.farcall.processor.conformance.TestAllTypes} declares, as a record, the fields of
 * the suite's message {@code TestAllTypesProto3} with their numbers. The processor under test
 * compiles it together with these tests. {@link dev.farcall.processor.conformance.Suite} says which
 * case has which bytes and what must come of them, {@link
 * dev.farcall.processor.conformance.Deviations} which cases have no counterpart and why.
 */
@NullMarked
package dev.farcall.processor.conformance;

import org.jspecify.annotations.NullMarked;
