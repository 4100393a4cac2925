/** Who buys. */
@NullMarked
@Schema("shop.users.v1")
package dev.farcall.samples.shop.users;

import dev.farcall.annotation.Schema;
import org.jspecify.annotations.NullMarked;
