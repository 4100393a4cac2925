/**
 * HTTP libraries beside each other, under blocking callers: on which of them our client stands. See
 * the module's README for how to run it and what it said.
 */
@NullMarked
package dev.farcall.benchmarks.http;

import org.jspecify.annotations.NullMarked;
