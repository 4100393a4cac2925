package dev.farcall.route;

import org.jspecify.annotations.Nullable;

/** What is to be done with what a path names: the methods of HTTP that routes may have. */
public enum Verb {
  GET,
  POST,
  PUT,
  PATCH,
  DELETE;

  /** The verb of a request's method, or null if no route can have it. */
  public static @Nullable Verb of(String method) {
    return switch (method) {
      case "GET" -> GET;
      case "POST" -> POST;
      case "PUT" -> PUT;
      case "PATCH" -> PATCH;
      case "DELETE" -> DELETE;
      default -> null;
    };
  }
}
