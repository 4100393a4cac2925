package dev.farcall.processor.model;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Numbers and names that a message or an enum has used and never uses again, each ascending and
 * once.
 */
public record Reserved(List<Integer> numbers, List<String> names) {

  /** Nothing. */
  public static final Reserved NONE = new Reserved(List.of(), List.of());

  /** What is given, in order. */
  public static Reserved of(Collection<Integer> numbers, Collection<String> names) {
    return new Reserved(List.copyOf(new TreeSet<>(numbers)), List.copyOf(new TreeSet<>(names)));
  }
}
