package dev.farcall.processor.model;

import java.util.List;

/**
 * What a message or an enum was before.
 *
 * @param formerNames full proto names, of {@code @Was}
 * @param reserved what the lock says it has used and never uses again
 */
public record History(List<String> formerNames, Reserved reserved) {

  /** Nothing is known of it. */
  public static final History NONE = new History(List.of(), Reserved.NONE);

  /** The same with these. */
  public History withReserved(Reserved given) {
    return new History(formerNames, given);
  }
}
