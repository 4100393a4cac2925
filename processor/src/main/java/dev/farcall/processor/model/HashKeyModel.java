package dev.farcall.processor.model;

/**
 * The part of a request by which the endpoint is chosen.
 *
 * @param component of the request record
 * @param optional whether it is a {@code java.util.Optional}
 */
public record HashKeyModel(String component, boolean optional) {}
