/**
 * Finds the endpoints of a target, and keeps servers entered where they are found: places that may
 * fail ({@link dev.farcall.spi.Discovery}, {@link dev.farcall.spi.RegistryClient}), made into ones
 * that do not.
 */
@NullMarked
package dev.farcall.discovery;

import org.jspecify.annotations.NullMarked;
