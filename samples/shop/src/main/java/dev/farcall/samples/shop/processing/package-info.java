/**
 * Leads an order through the three services. Nothing here knows where they run: {@link
 * dev.farcall.samples.shop.processing.OrderProcessor} has their interfaces only.
 */
@NullMarked
package dev.farcall.samples.shop.processing;

import org.jspecify.annotations.NullMarked;
