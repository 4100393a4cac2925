package dev.farcall.samples.streams;

import java.math.BigDecimal;

/** What a share costs now. */
public record Quote(String symbol, BigDecimal price) {}
