package dev.farcall.samples.shop.users;

import java.util.Locale;
import java.util.Optional;

/**
 * Which users are watched.
 *
 * @param host only those whose address ends so, after the {@code @}; empty for all
 * @param existing whether those who have registered already come first, in the order in which they
 *     did
 */
public record UserFilter(Optional<String> host, boolean existing) {

  /** All who register from now on. */
  public static final UserFilter NEW = new UserFilter(Optional.empty(), false);

  /** All who have registered, and who will. */
  public static final UserFilter ALL = new UserFilter(Optional.empty(), true);

  public UserFilter {
    host = host.map(name -> name.toLowerCase(Locale.ROOT));
    if (host.filter(name -> name.isBlank() || name.contains("@")).isPresent()) {
      throw new IllegalArgumentException("host: not a host (expected: what follows the @)");
    }
  }

  boolean matches(User user) {
    return host.isEmpty() || user.email().value().endsWith("@" + host.get());
  }
}
