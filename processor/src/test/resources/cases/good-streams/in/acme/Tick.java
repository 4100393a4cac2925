package acme;

/** One price of a share. */
public record Tick(String symbol, long price) {}
