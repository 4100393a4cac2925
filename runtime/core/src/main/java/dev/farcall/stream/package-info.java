/**
 * Streams, by the rules of Reactive Streams as {@link java.util.concurrent.Flow} has them: the two
 * ends of a wire ({@link dev.farcall.stream.Outbound}, {@link dev.farcall.stream.Inbound}), passed
 * on ({@link dev.farcall.stream.Relay}), waited for and replaced ({@link
 * dev.farcall.stream.Streams}), pulled ({@link dev.farcall.stream.PulledPublisher}, {@link
 * dev.farcall.stream.Pump}), and made of types of other libraries ({@link
 * dev.farcall.stream.Adapted}). What a wire is, is not known here.
 */
@NullMarked
package dev.farcall.stream;

import org.jspecify.annotations.NullMarked;
