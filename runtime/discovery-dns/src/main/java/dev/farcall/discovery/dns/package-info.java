/**
 * {@code dns:///users:9090} and {@code dns:///_grpc._tcp.users}: the addresses of a host, or what
 * its SRV records say, for as long as their time to live says. Found by its name on the class path,
 * in place of the system's resolver, which tells no times; there is nothing to call here.
 */
@NullMarked
package dev.farcall.discovery.dns;

import org.jspecify.annotations.NullMarked;
