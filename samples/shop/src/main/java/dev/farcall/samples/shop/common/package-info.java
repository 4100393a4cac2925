/** Values that all three services speak of. */
@NullMarked
@Schema("shop.common.v1")
package dev.farcall.samples.shop.common;

import dev.farcall.annotation.Schema;
import org.jspecify.annotations.NullMarked;
