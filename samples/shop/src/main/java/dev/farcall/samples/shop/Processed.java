package dev.farcall.samples.shop;

import dev.farcall.samples.shop.processing.OrderRequest;
import dev.farcall.samples.shop.processing.OrderResult;

/** An order that went through, and how long it took. */
record Processed(OrderRequest request, OrderResult result, long nanos) {}
