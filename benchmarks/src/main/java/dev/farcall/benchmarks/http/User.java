package dev.farcall.benchmarks.http;

import java.util.List;

/** The small answer: some hundred bytes of JSON. */
public record User(
    String id, String name, String email, List<String> tags, boolean active, int logins) {

  /** What each server answers for an id. */
  static User of(String id) {
    return new User(
        id, "Ada Lovelace", "ada@example.org", List.of("admin", "beta"), true, id.length());
  }
}
