/**
 * The choice of an endpoint: what it costs a call, what an update of a large service costs, and
 * what its endpoints take in the heap.
 */
package dev.farcall.benchmarks.balance;
