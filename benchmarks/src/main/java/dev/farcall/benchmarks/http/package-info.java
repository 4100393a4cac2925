/**
 * HTTP libraries and servers beside each other: on which of them our client stands, and how our
 * server does. See the module's README for how to run it and what it said.
 */
@NullMarked
package dev.farcall.benchmarks.http;

import org.jspecify.annotations.NullMarked;
