package dev.farcall.benchmarks.shop;

/** The text to be echoed, as JSON has it. */
public record Text(String text) {}
