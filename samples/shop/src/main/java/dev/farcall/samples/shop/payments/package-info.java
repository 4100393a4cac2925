/** How it is paid. */
@NullMarked
@Schema("shop.payments.v1")
package dev.farcall.samples.shop.payments;

import dev.farcall.annotation.Schema;
import org.jspecify.annotations.NullMarked;
