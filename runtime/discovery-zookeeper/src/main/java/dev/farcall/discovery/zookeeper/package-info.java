/**
 * {@code zookeeper://h1:2181,h2:2181/users}: services in ZooKeeper, as Curator's service discovery
 * keeps them. Found by its name on the class path; there is nothing to call here.
 *
 * <p>An instance is an ephemeral node {@code /farcall/users/<id>}, whose data are a {@code
 * ServiceInstance} in Curator's JSON; weight, zone, metadata and status are its payload. A service
 * with slashes says where it is: {@code zookeeper://h:2181/services/users} is {@code
 * /services/users}. So programs that use Curator's {@code ServiceDiscovery} with the base path
 * {@code /farcall} or {@code /services} find what is registered here, and are found. A node goes
 * with its session, ten seconds after its process was seen last.
 */
@NullMarked
package dev.farcall.discovery.zookeeper;

import org.jspecify.annotations.NullMarked;
