package dev.farcall.samples.streams;

/**
 * Which share to tell of.
 *
 * @param on false: no more
 */
public record Subscription(String symbol, boolean on) {}
