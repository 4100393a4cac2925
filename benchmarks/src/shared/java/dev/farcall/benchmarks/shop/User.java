package dev.farcall.benchmarks.shop;

import java.util.List;

/** A small answer. */
public record User(
    String id, String name, String email, List<String> tags, boolean active, int logins) {

  /** What each server answers for an id. */
  public static User of(String id) {
    return new User(
        id, "Ada Lovelace", "ada@example.org", List.of("admin", "beta"), true, id.length());
  }
}
