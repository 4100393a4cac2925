/**
 * The two stacks, each written once, in order: {@link dev.farcall.pipeline.ClientPipeline} from a
 * generated client down to the wire, {@link dev.farcall.pipeline.ServerPipeline} from the wire up
 * to an implementation. Only here is it known which layer stands above which; the layers do not
 * know each other.
 */
@NullMarked
package dev.farcall.pipeline;

import org.jspecify.annotations.NullMarked;
