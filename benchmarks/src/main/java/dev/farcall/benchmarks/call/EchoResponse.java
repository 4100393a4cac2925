package dev.farcall.benchmarks.call;

/** What is answered. */
public record EchoResponse(String message) {}
