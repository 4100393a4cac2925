/**
 * Streams, by the rules of Reactive Streams as {@link java.util.concurrent.Flow} has them: passed
 * on ({@link dev.farcall.stream.Relay}), waited for ({@link dev.farcall.stream.Streams}), pulled
 * ({@link dev.farcall.stream.PulledPublisher}, {@link dev.farcall.stream.Pump}), and made of types
 * of other libraries ({@link dev.farcall.stream.Adapted}). Nothing here knows of calls on a wire.
 */
@NullMarked
package dev.farcall.stream;

import org.jspecify.annotations.NullMarked;
