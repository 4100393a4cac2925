/**
 * How costs grow: with payloads and callers, beside grpc-java; and of ours with endpoints and
 * services. {@link dev.farcall.benchmarks.scale.ScaleLoad} draws it.
 */
@NullMarked
package dev.farcall.benchmarks.scale;

import org.jspecify.annotations.NullMarked;
