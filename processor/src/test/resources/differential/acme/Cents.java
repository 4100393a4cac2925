package acme;

import dev.farcall.annotation.Scalar;

@Scalar
public record Cents(long amount) {}
