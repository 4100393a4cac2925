/**
 * Which instances there are of services: {@link dev.farcall.registry.ServiceRegistry}, for whoever
 * wants to use a registry without making calls.
 */
@NullMarked
package dev.farcall.registry;

import org.jspecify.annotations.NullMarked;
