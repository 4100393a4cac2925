package dev.farcall.balance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom a call would be sent to at this moment, and why: its candidates, how they stand, and what is
 * against those that are passed over.
 *
 * @param policy by which strategy, and what split
 * @param target whose endpoints they are
 * @param note why others than the available ones are called, or none at all; empty else
 * @param candidates all endpoints that are known, those as well that the call is not sent to
 * @param picked what a call would be sent to; null if to nobody. The next may go elsewhere
 */
public record PickExplanation(
    String policy,
    String target,
    String note,
    List<PickCandidate> candidates,
    @Nullable EndpointStatus picked) {

  public PickExplanation {
    candidates = List.copyOf(candidates);
  }

  /** A line for each candidate. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(policy).append(" over ").append(target).append('\n');
    for (PickCandidate candidate : candidates) {
      String id = candidate.status().endpoint().id();
      boolean chosen = picked != null && picked.endpoint().id().equals(id);
      text.append(chosen ? "  > " : "    ").append(candidate).append('\n');
    }
    if (!note.isEmpty()) {
      text.append("  ").append(note).append('\n');
    }
    return text.toString();
  }
}
