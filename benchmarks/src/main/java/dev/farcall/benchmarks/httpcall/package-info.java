/**
 * Calls of HTTP and JSON over loopback, client and server in processes of their own: ours, Vert.x
 * and Jackson by hand, and other frameworks, each by its own client to its own server on its own
 * class path. {@link dev.farcall.benchmarks.httpcall.HttpCallLoad} is the comparison.
 */
@NullMarked
package dev.farcall.benchmarks.httpcall;

import org.jspecify.annotations.NullMarked;
