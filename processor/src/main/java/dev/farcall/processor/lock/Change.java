package dev.farcall.processor.lock;

import dev.farcall.processor.model.Problem;
import dev.farcall.processor.model.Site;
import java.util.Optional;

/**
 * A difference between a lock and what a compilation makes.
 *
 * @param verdict whether it may be recorded
 * @param line as a difference shows it: {@code + Order.note = 9 (string)}
 * @param problem what is told of it where it may not be recorded
 */
record Change(Verdict verdict, String line, Optional<Problem> problem, Site site) {

  /** Who survives. */
  enum Verdict {
    /** Peers of both sides understand each other. */
    COMPATIBLE,
    /** It is compatible; but maybe it is not what is meant, so it is asked for. */
    DOUBTFUL,
    /** Some peers do not: someone must say that there are none. */
    BREAKING,
    /** Peers take one thing for another. */
    IMPOSSIBLE
  }

  static Change compatible(String line, Site site) {
    return new Change(Verdict.COMPATIBLE, line, Optional.empty(), site);
  }

  static Change doubtful(String line, Problem problem) {
    return new Change(Verdict.DOUBTFUL, line, Optional.of(problem), problem.site());
  }

  static Change breaking(String line, Problem problem) {
    return new Change(Verdict.BREAKING, line, Optional.of(problem), problem.site());
  }

  static Change impossible(String line, Problem problem) {
    return new Change(Verdict.IMPOSSIBLE, line, Optional.of(problem), problem.site());
  }

  boolean isAllowedBy(Mode mode) {
    return switch (verdict) {
      case COMPATIBLE -> mode.writes();
      case DOUBTFUL -> mode.writes();
      case BREAKING -> mode == Mode.UPDATE_BREAKING;
      case IMPOSSIBLE -> false;
    };
  }
}
