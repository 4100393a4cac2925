/** The shop by grpc-java's stubs and the mapping that a user writes by hand. */
@NullMarked
package dev.farcall.benchmarks.stubs;

import org.jspecify.annotations.NullMarked;
