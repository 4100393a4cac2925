/**
 * One unary call, through our generated stub and through protoc's: the same message, the same proto
 * contract, over loopback. {@link dev.farcall.benchmarks.call.UnaryLoad} is the load test, {@link
 * dev.farcall.benchmarks.call.UnaryCallBenchmark} the same for JMH.
 */
@NullMarked
@Schema("farcall.testing.v1")
package dev.farcall.benchmarks.call;

import dev.farcall.annotation.Schema;
import org.jspecify.annotations.NullMarked;
