package acme.shop;

import java.time.Instant;

public record Span(Instant from, Instant to) {}
