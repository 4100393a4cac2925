package dev.farcall.route;

import static java.util.Objects.requireNonNull;

import dev.farcall.wire.DecodeException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what the path of a request means. Where several templates fit, a literal goes before a
 * variable, from left to right, and a suffix as {@code :cancel} before none. Built once, then
 * immutable; a request is matched in time bounded by the size of the table and the length of its
 * path.
 *
 * @param <T> what a route leads to
 */
public final class RouteTable<T> {

  private static final Match<?> NOTHING = new Nothing<>();

  private final RouteNode<T> root;

  private RouteTable(RouteNode<T> root) {
    this.root = root;
  }

  /** Collects routes. */
  public static <T> Builder<T> builder() {
    return new Builder<>();
  }

  /** What a path means. */
  public sealed interface Match<T> {}

  /** A route. */
  public static final class Found<T> implements Match<T> {
    private final T target;
    private final String[] variables;

    Found(T target, int variables) {
      this.target = target;
      this.variables = new String[variables];
    }

    void set(int variable, String value) {
      variables[variable] = value;
    }

    public T target() {
      return target;
    }

    /** The decoded values of the template's variables, in its order; do not change the array. */
    public String[] variables() {
      return variables;
    }
  }

  /** The path has routes, none with the verb: 405, with what is allowed. */
  public record OtherVerbs<T>(Set<Verb> allowed) implements Match<T> {}

  /** No template fits: 404. */
  public record Nothing<T>() implements Match<T> {}

  /**
   * Matches a request.
   *
   * @param verb null for a method that no route can have
   * @param path as it was sent, percent-encoded, without query
   * @throws DecodeException if a template fits, and what stands for its variable is malformed
   */
  public Match<T> match(@Nullable Verb verb, String path) {
    if (!path.startsWith("/")) {
      return nothing();
    }
    Search search = new Search(verb, path);
    Found<T> found = root.find(search, 1, 0);
    if (found != null) {
      return found;
    }
    return search.allowed == null
        ? nothing()
        : new OtherVerbs<>(Collections.unmodifiableSet(search.allowed));
  }

  @SuppressWarnings("unchecked") // it holds no T
  private static <T> Match<T> nothing() {
    return (Match<T>) NOTHING;
  }

  /** One request on its way through the table. */
  static final class Search {
    final @Nullable Verb verb;
    final String path;
    private @Nullable EnumSet<Verb> allowed;

    Search(@Nullable Verb verb, String path) {
      this.verb = verb;
      this.path = path;
    }

    void allow(Set<Verb> verbs) {
      if (allowed == null) {
        allowed = EnumSet.noneOf(Verb.class);
      }
      allowed.addAll(verbs);
    }
  }

  /** Collects the routes of a {@link RouteTable}. */
  public static final class Builder<T> {
    private final RouteNode<T> root = new RouteNode<>();

    private Builder() {}

    /**
     * Adds a route.
     *
     * @throws IllegalArgumentException if another has the verb and the template's shape
     */
    public Builder<T> add(Verb verb, PathTemplate template, T target) {
      T other = root.add(requireNonNull(verb), template, requireNonNull(target));
      if (other != null) {
        throw new IllegalArgumentException(
            verb
                + " "
                + template
                + " leads to "
                + target
                + " and to "
                + other
                + " (expected: one of them). Give one another path.");
      }
      return this;
    }

    public RouteTable<T> build() {
      return new RouteTable<>(root);
    }
  }
}
