/** What the comparisons by JMH share. */
package dev.farcall.benchmarks.jmh;
