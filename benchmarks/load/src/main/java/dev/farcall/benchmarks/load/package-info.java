/**
 * The load of remote calls, of whatever framework: client and server in processes of their own,
 * each on the class path of its framework. Hence nothing is used here but the JDK and HdrHistogram.
 *
 * <p>A framework implements {@link dev.farcall.benchmarks.load.Peer} and has a {@code main} that
 * hands over to {@link dev.farcall.benchmarks.load.Worker}. {@link
 * dev.farcall.benchmarks.load.Pair} starts two such processes and tells them what to do, a line at
 * a time.
 */
@NullMarked
package dev.farcall.benchmarks.load;

import org.jspecify.annotations.NullMarked;
