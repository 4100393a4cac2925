/** What is bought. */
@NullMarked
@Schema("shop.orders.v1")
package dev.farcall.samples.shop.orders;

import dev.farcall.annotation.Schema;
import org.jspecify.annotations.NullMarked;
