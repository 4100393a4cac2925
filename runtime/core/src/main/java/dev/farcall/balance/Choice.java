package dev.farcall.balance;

import dev.farcall.call.Attempt;
import dev.farcall.call.LiveEndpoint;
import dev.farcall.spi.LoadBalancer.Picker;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks a picker until it gives an endpoint that may be called, five times at most. Passed over are
 * those that something is known against, those that are new as often as they have not their whole
 * share yet, and those that an earlier attempt of the call was sent to. If all five were passed
 * over the first of them is called that nothing is known against, else the first: better there than
 * nowhere (Finagle's panic mode). Before an attempt that is not the first gives up, it looks
 * through all endpoints for one that may be called and was not tried.
 */
final class Choice {

  private static final int TRIES = 5;

  private Choice() {}

  /**
   * The endpoint of a call.
   *
   * @param keyed whether the word is that of a key, so that new endpoints get all that is theirs
   */
  static LiveEndpoint of(Picker picker, long now, long word, boolean keyed) {
    LiveEndpoint first = picker.pick(now, word);
    if (first.isAvailable() && (keyed || admits(first, now, word))) {
      return first;
    }
    return again(picker, now, word, first);
  }

  private static boolean admits(LiveEndpoint endpoint, long now, long word) {
    double share = endpoint.share(now);
    return share >= 1 || Words.fraction(Words.next(word)) < share;
  }

  private static LiveEndpoint again(Picker picker, long now, long word, LiveEndpoint first) {
    LiveEndpoint best = first;
    long another = word;
    for (int tries = 1; tries < TRIES; tries++) {
      another = Words.next(another);
      LiveEndpoint next = picker.pick(now, another);
      if (next.isAvailable()) {
        if (next.share(now) >= 1) {
          return next;
        }
        best = best.isAvailable() ? best : next;
      }
    }
    return best;
  }

  /**
   * The endpoint of an attempt that is not the first: one that no other attempt was sent to, if
   * there is one that may be called.
   */
  static LiveEndpoint elsewhere(
      Picker picker, List<LiveEndpoint> active, Attempt attempt, long now, long word) {
    LiveEndpoint best = picker.pick(now, word);
    LiveEndpoint next = best;
    long another = word;
    for (int tries = 0; tries < TRIES; tries++) {
      if (next.isAvailable() && !attempt.triedBefore(next.endpoint())) {
        return next;
      }
      best = next.isAvailable() && !best.isAvailable() ? next : best;
      another = Words.next(another);
      next = picker.pick(now, another);
    }
    LiveEndpoint fresh = fresh(active, attempt, another);
    return fresh != null ? fresh : best;
  }

  private static @Nullable LiveEndpoint fresh(
      List<LiveEndpoint> active, Attempt attempt, long word) {
    int count = active.size();
    int start = Words.upper(word, count);
    for (int i = 0; i < count; i++) {
      LiveEndpoint candidate = active.get((start + i) % count);
      if (candidate.isAvailable() && !attempt.triedBefore(candidate.endpoint())) {
        return candidate;
      }
    }
    return null;
  }
}
