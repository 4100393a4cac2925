/**
 * A server's own health: {@link dev.farcall.health.Health} is composed of the checks that a user
 * adds ({@link dev.farcall.health.HealthChecks}) and of where the server stands in its life, and is
 * offered to the world as {@code grpc.health.v1.Health}.
 *
 * <p>Checks run in the background at an interval; who asks for the health gets the last result and
 * never waits for a check.
 *
 * <p>A client asks the other way round: {@link dev.farcall.health.HealthWatch} follows how a peer
 * is.
 */
@NullMarked
package dev.farcall.health;

import org.jspecify.annotations.NullMarked;
