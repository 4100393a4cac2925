/**
 * {@code zookeeper://h1:2181,h2:2181/users}: services in ZooKeeper, by Curator. Found by its name
 * on the class path; there is nothing to call here.
 *
 * <p>An instance is an ephemeral node {@code /farcall/services/<service>/<id>}, whose data are
 * {@link dev.farcall.registry.InstanceJson}. It goes with its session, ten seconds after its
 * process was seen last.
 */
@NullMarked
package dev.farcall.discovery.zookeeper;

import org.jspecify.annotations.NullMarked;
