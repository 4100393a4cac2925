/**
 * Users, orders and payments: three services in processes of their own, or in one.
 *
 * <p>Begin with the interfaces, such as {@link dev.farcall.samples.shop.users.UserService}, and
 * with {@link dev.farcall.samples.shop.processing.OrderProcessor}, which calls them. This package
 * runs them: {@link dev.farcall.samples.shop.Demo}.
 */
@NullMarked
package dev.farcall.samples.shop;

import org.jspecify.annotations.NullMarked;
