/**
 * What is wanted of a call, as values: each policy's settings with their ranges. The objects that
 * do it, and count, are in {@code dev.farcall.resilience}; the annotations of the same stem are
 * what a user writes on an interface. The compiler checks annotations by these values, so that what
 * it accepts starts.
 */
@NullMarked
package dev.farcall.policy;

import org.jspecify.annotations.NullMarked;
