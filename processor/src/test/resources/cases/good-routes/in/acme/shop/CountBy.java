package acme.shop;

import java.util.Optional;

public record CountBy(Order.Status status, Optional<String> article) {}
