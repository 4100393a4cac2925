package dev.farcall.benchmarks.codec;

/** Several of one article. */
public record LineItem(String sku, int quantity, long priceCents, String title) {}
