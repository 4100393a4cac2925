/**
 * Unary calls over loopback, client and server in processes of their own: ours, grpc-java by hand,
 * and other frameworks, each on its own class path. {@link dev.farcall.benchmarks.grpc.GrpcLoad} is
 * the comparison.
 */
@NullMarked
package dev.farcall.benchmarks.grpc;

import org.jspecify.annotations.NullMarked;
