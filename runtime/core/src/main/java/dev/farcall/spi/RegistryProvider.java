package dev.farcall.spi;

import dev.farcall.time.Time;
import java.util.Set;

/** Found by {@link java.util.ServiceLoader}: a kind of registry. */
public interface RegistryProvider {

  /** The schemes of its targets, as {@code etcd}. */
  Set<String> schemes();

  /**
   * A way to the registry that a target's scheme and authority name; its path names a service.
   * Connects when it is used.
   *
   * @throws IllegalArgumentException if the authority cannot be understood
   */
  RegistryClient open(TargetUri target, Time time);
}
