package dev.farcall.samples.shop.common;

import java.util.List;

/**
 * A part of a longer list. Each use with its own element type is a message of its own: {@code
 * Page<User>} is {@code PageOfUser}.
 *
 * @param more whether the list goes on after the last of these items
 */
public record Page<T>(List<T> items, boolean more) {

  /** The most items that a page holds. */
  public static final int MAX = 100;

  public Page {
    items = List.copyOf(items);
  }
}
