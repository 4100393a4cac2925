/**
 * The wire within this JVM, {@code local:}. Values are handed over as they are, yet with the
 * checks, the mapping of exceptions, the deadlines and the cancellation of a real wire, so that
 * moving a service to another process changes no behaviour. Start with {@link
 * dev.farcall.transport.LocalChannel}.
 */
@NullMarked
package dev.farcall.transport;

import org.jspecify.annotations.NullMarked;
