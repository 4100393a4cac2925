/**
 * The service that the loads of calls share, and its implementation. It lies in a folder of sources
 * of its own, with the order of {@link dev.farcall.benchmarks.codec}, because each peer compiles it
 * again beside what its own protoc writes.
 */
@NullMarked
@Schema("farcall.benchmarks.shop.v1")
package dev.farcall.benchmarks.shop;

import dev.farcall.annotation.Schema;
import org.jspecify.annotations.NullMarked;
