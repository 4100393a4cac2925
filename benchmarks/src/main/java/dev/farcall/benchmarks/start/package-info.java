/**
 * How soon a program that serves and calls has its first answer, and what it takes: ours beside
 * others, each a module of its own under {@code benchmarks/start}. {@link
 * dev.farcall.benchmarks.start.StartComparison} starts them in turn.
 */
@NullMarked
package dev.farcall.benchmarks.start;

import org.jspecify.annotations.NullMarked;
