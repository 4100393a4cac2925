package acme.orders.v1;

import java.util.List;
import java.util.Optional;

/** A part of a longer list. */
public record Page<T>(List<T> items, Optional<String> next) {}
