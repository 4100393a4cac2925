/**
 * A fleet of servers, each a process of its own, and a load upon it: for tests of what it bears.
 */
@Schema("dev.farcall.testing.fleet")
package dev.farcall.grpc.fleet;

import dev.farcall.annotation.Schema;
