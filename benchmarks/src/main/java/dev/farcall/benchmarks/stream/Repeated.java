package dev.farcall.benchmarks.stream;

/** An element of the answer. */
public record Repeated(String message, int index) {}
