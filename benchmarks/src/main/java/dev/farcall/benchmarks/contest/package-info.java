/**
 * What the comparisons of calls have in common: {@link dev.farcall.benchmarks.contest.Entries} and
 * {@link dev.farcall.benchmarks.contest.PeerModule} are where contenders come from, {@link
 * dev.farcall.benchmarks.contest.CallLoad} is what they go through.
 */
@NullMarked
package dev.farcall.benchmarks.contest;

import org.jspecify.annotations.NullMarked;
