package dev.farcall.benchmarks.call;

/** What is asked. */
public record EchoRequest(String message) {}
