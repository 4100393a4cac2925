package dev.farcall.benchmarks.codec;

/** Where something goes to. */
public record Address(String street, String city, String postalCode, String country) {}
