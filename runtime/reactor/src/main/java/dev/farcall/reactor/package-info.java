/**
 * Lets methods of remote interfaces take and give {@link reactor.core.publisher.Flux} and {@link
 * reactor.core.publisher.Mono}. There is nothing to call: generated code finds it by the names of
 * the types.
 */
@NullMarked
package dev.farcall.reactor;

import org.jspecify.annotations.NullMarked;
