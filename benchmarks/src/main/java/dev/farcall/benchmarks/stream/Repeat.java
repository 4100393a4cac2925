package dev.farcall.benchmarks.stream;

/** What is asked. */
public record Repeat(String message, int times) {}
