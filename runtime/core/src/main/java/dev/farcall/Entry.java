package dev.farcall;

import dev.farcall.registry.Instance;
import java.util.function.UnaryOperator;

/**
 * Where a server enters itself.
 *
 * @param target the registry and the service
 * @param describe what the server says of itself, made of what it knows
 */
record Entry(String target, UnaryOperator<Instance> describe) {}
