package dev.farcall.samples.streams;

import java.math.BigDecimal;

/**
 * Shares that changed hands.
 *
 * @param price of one
 */
public record Trade(String symbol, BigDecimal price, int quantity) {}
