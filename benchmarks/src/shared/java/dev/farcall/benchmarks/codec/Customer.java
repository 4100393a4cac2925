package dev.farcall.benchmarks.codec;

/** Who ordered. */
public record Customer(String id, String name, String email, String phone) {}
