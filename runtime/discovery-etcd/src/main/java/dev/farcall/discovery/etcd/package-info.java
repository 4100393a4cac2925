/**
 * {@code etcd://h1:2379,h2:2379/users}: services in etcd, by jetcd. Found by its name on the class
 * path; there is nothing to call here.
 *
 * <p>An instance is a key {@code /farcall/services/<service>/<id>}, whose value is {@link
 * dev.farcall.registry.InstanceJson}, under a lease of ten seconds that its process keeps alive.
 */
@NullMarked
package dev.farcall.discovery.etcd;

import org.jspecify.annotations.NullMarked;
