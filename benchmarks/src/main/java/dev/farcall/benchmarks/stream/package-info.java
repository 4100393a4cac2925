/**
 * One long stream from a server to a client, over loopback: ours as generated, and protoc's stubs
 * as their documentation has it, with flow control by hand. {@link
 * dev.farcall.benchmarks.stream.StreamLoad} is the load.
 */
@NullMarked
@Schema("farcall.benchmarks.stream.v1")
package dev.farcall.benchmarks.stream;

import dev.farcall.annotation.Schema;
import org.jspecify.annotations.NullMarked;
