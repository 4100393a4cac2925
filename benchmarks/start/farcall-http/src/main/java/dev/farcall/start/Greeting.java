package dev.farcall.start;

/** What is said. */
public record Greeting(String text) {}
