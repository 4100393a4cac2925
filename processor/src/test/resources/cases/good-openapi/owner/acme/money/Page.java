package acme.money;

import java.util.List;

public record Page<T>(List<T> items) {}
