package dev.farcall.samples.shop.common;

import dev.farcall.annotation.Code;
import dev.farcall.call.CallException;
import java.util.List;
import java.util.stream.Stream;

/**
 * A part of a longer list. Each use with its own element type is a message of its own: {@code
 * Page<User>} is {@code PageOfUser}.
 *
 * @param more whether the list goes on after the last of these items
 */
public record Page<T>(List<T> items, boolean more) {

  /** The most items that a page holds. */
  public static final int MAX = 100;

  /** How many it holds where nobody says. */
  public static final int DEFAULT = 20;

  public Page {
    items = List.copyOf(items);
  }

  /**
   * The first of a stream.
   *
   * @param limit how many at most: 1 to {@link #MAX}; 0 for {@link #DEFAULT}
   * @throws CallException INVALID_ARGUMENT for any other limit
   */
  public static <T> Page<T> first(int limit, Stream<T> items) {
    if (limit < 0 || limit > MAX) {
      throw new CallException(
          Code.INVALID_ARGUMENT, "limit: " + limit + " (expected: 0 to " + MAX + ")");
    }
    int size = limit == 0 ? DEFAULT : limit;
    List<T> found = items.limit(size + 1L).toList();
    boolean more = found.size() > size;
    return new Page<>(more ? found.subList(0, size) : found, more);
  }
}
