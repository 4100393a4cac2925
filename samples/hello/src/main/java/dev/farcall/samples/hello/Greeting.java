package dev.farcall.samples.hello;

import java.time.Instant;

/** What is said, and when. */
public record Greeting(String text, Instant at) {}
