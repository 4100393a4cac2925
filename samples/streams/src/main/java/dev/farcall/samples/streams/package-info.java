/**
 * Streams, in four lessons of a screen each. {@link dev.farcall.samples.streams.PriceService} is
 * the service, {@link dev.farcall.samples.streams.Exchange} answers it, and the lessons call it,
 * from {@link dev.farcall.samples.streams.Lesson1History} on.
 */
@NullMarked
@Schema("prices.v1")
package dev.farcall.samples.streams;

import dev.farcall.annotation.Schema;
import org.jspecify.annotations.NullMarked;
