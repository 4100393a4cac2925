/**
 * The door. A service is an annotated interface; the compiler writes its client and its dispatcher,
 * and {@link dev.farcall.Farcall} finds them by name.
 *
 * <pre>{@code
 * try (Server server = Farcall.server().grpc(9090).serve(UserService.class, new Users()).start()) {
 *   server.awaitTermination();
 * }
 *
 * UserService users = Farcall.connect("dns:///users:9090").client(UserService.class);
 * }</pre>
 *
 * <p>What happens between the two is told by {@link dev.farcall.call}: the life of a call.
 */
@NullMarked
package dev.farcall;

import org.jspecify.annotations.NullMarked;
