package acme;

/** A person. */
public record User(String id, String name) {}
