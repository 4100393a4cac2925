package dev.farcall.route;

import dev.farcall.route.RouteTable.Found;
import dev.farcall.route.RouteTable.Search;
import dev.farcall.wire.DecodeException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where some segments of a path lead, and what goes on from there. A node has one depth, so that a
 * search, however it turns back, comes to each node once.
 */
final class RouteNode<T> {

  private final List<Branch<T>> literals = new ArrayList<>();
  private @Nullable RouteNode<T> variable;

  /** Routes that end here, or, in {@link #rest}, with all segments that follow. */
  private final List<End<T>> ends = new ArrayList<>();

  private final List<End<T>> rest = new ArrayList<>();

  private record Branch<T>(String literal, RouteNode<T> node) {}

  /** Routes of one suffix, which is empty or begins with the colon; longer ones go first. */
  private record End<T>(String suffix, Map<Verb, T> targets) {}

  /** Adds a route below this node; returns what it would hide, or null. */
  @Nullable T add(Verb verb, PathTemplate template, T target) {
    RouteNode<T> node = this;
    for (PathTemplate.Segment segment : template.segments()) {
      if (segment.isRest()) {
        return end(node.rest, template).putIfAbsent(verb, target);
      }
      node = segment.isVariable() ? node.variable() : node.literal(segment.text());
    }
    return end(node.ends, template).putIfAbsent(verb, target);
  }

  private static <T> Map<Verb, T> end(List<End<T>> ends, PathTemplate template) {
    String suffix = template.suffix().isEmpty() ? "" : ":" + template.suffix();
    for (End<T> end : ends) {
      if (end.suffix.equals(suffix)) {
        return end.targets;
      }
    }
    End<T> end = new End<>(suffix, new EnumMap<>(Verb.class));
    ends.add(end);
    ends.sort((a, b) -> Integer.compare(b.suffix.length(), a.suffix.length()));
    return end.targets;
  }

  private RouteNode<T> variable() {
    if (variable == null) {
      variable = new RouteNode<>();
    }
    return variable;
  }

  private RouteNode<T> literal(String text) {
    for (Branch<T> branch : literals) {
      if (branch.literal.equals(text)) {
        return branch.node;
      }
    }
    RouteNode<T> node = new RouteNode<>();
    literals.add(new Branch<>(text, node));
    return node;
  }

  /**
   * The route of the segments from a position on.
   *
   * @param from where the next segment begins, behind its slash
   * @param variables how many have been passed
   */
  @Nullable Found<T> find(Search search, int from, int variables) {
    String path = search.path;
    int slash = path.indexOf('/', from);
    int to = slash < 0 ? path.length() : slash;
    if (from == to) {
      return null;
    }
    Found<T> found = slash < 0 ? last(search, from, variables) : null;
    if (found == null && slash > 0) {
      found = inner(search, from, to, variables);
    }
    return found == null && !rest.isEmpty() ? rest(search, from, variables) : found;
  }

  private @Nullable Found<T> inner(Search search, int from, int to, int variables) {
    for (Branch<T> branch : literals) {
      if (is(search.path, from, to, branch.literal)) {
        Found<T> found = branch.node.find(search, to + 1, variables);
        if (found != null) {
          return found;
        }
      }
    }
    if (variable == null || leadsElsewhere(search.path, from, to)) {
      return null;
    }
    Found<T> found = variable.find(search, to + 1, variables + 1);
    if (found != null) {
      found.set(variables, Escapes.decode(search.path, from, to, false));
    }
    return found;
  }

  private @Nullable Found<T> last(Search search, int from, int variables) {
    String path = search.path;
    for (Branch<T> branch : literals) {
      for (End<T> end : branch.node.ends) {
        int to = path.length() - end.suffix.length();
        if (path.endsWith(end.suffix) && is(path, from, to, branch.literal)) {
          Found<T> found = at(end, search, variables);
          if (found != null) {
            return found;
          }
        }
      }
    }
    if (variable == null) {
      return null;
    }
    for (End<T> end : variable.ends) {
      int to = path.length() - end.suffix.length();
      if (path.endsWith(end.suffix) && from < to && !leadsElsewhere(path, from, to)) {
        Found<T> found = at(end, search, variables + 1);
        if (found != null) {
          found.set(variables, Escapes.decode(path, from, to, false));
          return found;
        }
      }
    }
    return null;
  }

  private @Nullable Found<T> rest(Search search, int from, int variables) {
    String path = search.path;
    for (End<T> end : rest) {
      int to = path.length() - end.suffix.length();
      if (path.endsWith(end.suffix) && from < to && !anyLeadsElsewhere(path, from, to)) {
        Found<T> found = at(end, search, variables + 1);
        if (found != null) {
          found.set(variables, Escapes.decodeRest(path, from, to));
          return found;
        }
      }
    }
    return null;
  }

  private static <T> @Nullable Found<T> at(End<T> end, Search search, int variables) {
    T target = search.verb == null ? null : end.targets.get(search.verb);
    if (target != null) {
      return new Found<>(target, variables);
    }
    search.allow(end.targets.keySet());
    return null;
  }

  private static boolean is(String path, int from, int to, String literal) {
    if (to - from == literal.length()) {
      return path.startsWith(literal, from);
    }
    return to - from > literal.length()
        && path.indexOf('%', from) >= 0
        && literal.equals(decoded(path, from, to));
  }

  private static boolean anyLeadsElsewhere(String path, int from, int to) {
    int start = from;
    while (start <= to) {
      int slash = path.indexOf('/', start);
      int end = slash < 0 || slash > to ? to : slash;
      if (start == end || leadsElsewhere(path, start, end)) {
        return true;
      }
      start = end + 1;
    }
    return false;
  }

  /** Whether a segment is {@code .} or {@code ..}, in any spelling. */
  private static boolean leadsElsewhere(String path, int from, int to) {
    if (to - from > "%2e%2e".length()) {
      return false;
    }
    char first = path.charAt(from);
    if (first != '.' && first != '%') {
      return false;
    }
    String text = decoded(path, from, to);
    return ".".equals(text) || "..".equals(text);
  }

  /** Null for what is malformed, which is no literal and leads nowhere. */
  private static @Nullable String decoded(String path, int from, int to) {
    try {
      return Escapes.decode(path, from, to, false);
    } catch (DecodeException malformed) {
      return null;
    }
  }
}
