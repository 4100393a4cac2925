package dev.farcall.grpc.streams;

/**
 * What a client speaks, and what listens to it.
 *
 * @param name of the wire
 * @param listener of the wire of the server
 * @param elements how many pass
 */
public record SoakWire(String name, String listener, long elements) {}
