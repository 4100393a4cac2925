package dev.farcall.resilience;

import static java.util.Objects.requireNonNull;

import dev.farcall.policy.RateLimitPolicy;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * A {@link TokenBucket} for each of many keys, in bounded memory. A full bucket says nothing that a
 * new one does not, so only full ones make room: nobody's debts are forgotten, whoever else comes.
 * Where all are in debt, new keys share a few buckets until there is room again; to get there, one
 * has to keep {@code maxKeys} keys in debt at a time. Safe for many threads.
 */
public final class TokenBuckets {

  /** A new key looks at so many others for one to replace. */
  private static final int LOOKS = 32;

  private static final int SHARED = 64;

  private final RateLimitPolicy limit;
  private final int maxKeys;
  private final ConcurrentMap<Object, TokenBucket> buckets = new ConcurrentHashMap<>();
  private final TokenBucket[] shared = new TokenBucket[SHARED];

  /** Where the search for room goes on; guarded by this. */
  private Iterator<Map.Entry<Object, TokenBucket>> hand = buckets.entrySet().iterator();

  /**
   * Buckets of one limit.
   *
   * @param maxKeys how many are kept apart at most; one takes some 150 bytes
   * @param now a reading of the clock that {@link #acquire} is given too
   */
  public TokenBuckets(RateLimitPolicy limit, int maxKeys, long now) {
    if (maxKeys < 1) {
      throw new IllegalArgumentException("maxKeys: " + maxKeys + " (expected: >= 1)");
    }
    this.limit = requireNonNull(limit, "limit");
    this.maxKeys = maxKeys;
    for (int i = 0; i < SHARED; i++) {
      shared[i] = new TokenBucket(limit, now);
    }
  }

  /**
   * As {@link TokenBucket#acquire}, of the key's own bucket.
   *
   * @param key with {@code equals}; best {@link Comparable}, so that no choice of keys is slow
   */
  public long acquire(Object key, long now) {
    while (true) {
      TokenBucket bucket = buckets.get(key);
      if (bucket == null) {
        bucket = enter(key, now);
      }
      long wait = bucket.acquire(now);
      if (wait != TokenBucket.RETIRED) {
        return wait;
      }
      buckets.remove(key, bucket); // whoever retired it is about to
    }
  }

  /** How many keys have a bucket of their own. */
  public int size() {
    return buckets.size();
  }

  private synchronized TokenBucket enter(Object key, long now) {
    TokenBucket present = buckets.get(key);
    if (present != null) {
      return present;
    }
    if (buckets.size() >= maxKeys && !makeRoom(now)) {
      return shared[Math.floorMod(key.hashCode() * 0x9E3779B9, SHARED)];
    }
    TokenBucket bucket = new TokenBucket(limit, now);
    buckets.put(key, bucket);
    return bucket;
  }

  private boolean makeRoom(long now) {
    for (int looks = 0; looks < LOOKS; looks++) {
      if (!hand.hasNext()) {
        hand = buckets.entrySet().iterator();
      }
      if (!hand.hasNext()) {
        return true; // others have removed what there was
      }
      Map.Entry<Object, TokenBucket> entry = hand.next();
      if (entry.getValue().retire(now)) {
        buckets.remove(entry.getKey(), entry.getValue());
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return limit + " for each of " + maxKeys;
  }
}
