package dev.farcall.processor.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with a compilation, in the order it was found and each fact once. */
public final class Problems {

  private final Set<Problem> found = new LinkedHashSet<>();

  /** Adds one. */
  public void add(Problem problem) {
    found.add(problem);
  }

  /** All of them, in the order they were found. */
  public List<Problem> all() {
    return new ArrayList<>(found);
  }

  /** Whether there is no error; warnings and notes do not count. */
  public boolean isClean() {
    return found.stream().noneMatch(problem -> problem.severity() == Problem.Severity.ERROR);
  }
}
