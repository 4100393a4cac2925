package dev.farcall.balance;

/**
 * One endpoint, as a call looks at it.
 *
 * @param status what is known of it
 * @param score by what the strategy compares it with others, for people; empty if by nothing
 * @param within whether the call may be sent there, if nothing is known against it
 * @param note why not, or with which part of the calls; empty if it is one as any other
 */
public record PickCandidate(EndpointStatus status, String score, boolean within, String note) {

  /** One line, for people. */
  @Override
  public String toString() {
    return status + (score.isEmpty() ? "" : "; " + score) + (note.isEmpty() ? "" : "; " + note);
  }
}
