/** Users, orders and payments as three services. */
@NullMarked
package dev.farcall.samples.shop;

import org.jspecify.annotations.NullMarked;
