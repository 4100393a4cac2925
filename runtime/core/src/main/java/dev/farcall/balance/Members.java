package dev.farcall.balance;

import dev.farcall.call.LiveEndpoint;
import dev.farcall.call.LiveEndpoint.Trouble;
import java.util.List;

/**
 * The endpoints that there are at one moment, and those that calls are sent to. Immutable.
 *
 * @param all with those that are not to be called
 * @param active those that calls are spread over
 * @param note why others than the available ones are active, or why there are none at all; empty if
 *     it is they, and while nothing is known
 */
record Members(List<LiveEndpoint> all, List<LiveEndpoint> active, String note) {

  /** While it is not known whether there are any. */
  static final Members UNKNOWN = new Members(List.of(), List.of(), "");

  /** There are none, for a reason. */
  static Members none(String why) {
    return new Members(List.of(), List.of(), why);
  }

  /** Whether it is known which there are, or why there are none. */
  boolean isKnown() {
    return !all.isEmpty() || !note.isEmpty();
  }

  /**
   * Those that nothing is known against. Where that are less than half of those that can be
   * reached, more is wrong than they, and the others would not bear the load: then all that can be
   * reached (fail open). Where none can be, all, to find out.
   */
  static Members of(List<LiveEndpoint> all) {
    List<LiveEndpoint> available = all.stream().filter(LiveEndpoint::isAvailable).toList();
    if (available.size() == all.size()) {
      return new Members(all, all, "");
    }
    List<LiveEndpoint> reachable =
        all.stream().filter(endpoint -> !endpoint.has(Trouble.UNREACHABLE)).toList();
    if (reachable.isEmpty()) {
      return new Members(all, all, "none of " + all.size() + " can be reached: all are tried");
    }
    if (available.size() * 2 < reachable.size()) {
      String note =
          (reachable.size() - available.size())
              + " of "
              + reachable.size()
              + " are not well: all that can be reached are called";
      return new Members(all, reachable, note);
    }
    return new Members(all, available, "");
  }
}
