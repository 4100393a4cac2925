/**
 * The policies of a call. Each is a value that says what is wanted ({@link
 * dev.farcall.resilience.Timeout}) and makes a {@link dev.farcall.call.Layer} of it; the file of
 * its channel says what happens before {@code next.send} and what on the way back. In which order
 * they stand is for {@code pipeline} to say.
 */
@NullMarked
package dev.farcall.resilience;

import org.jspecify.annotations.NullMarked;
