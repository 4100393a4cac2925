/**
 * Spreads calls over the endpoints of a service.
 *
 * <p>A {@link dev.farcall.balance.EndpointGroup} knows the endpoints and which of them may be
 * called; a {@link dev.farcall.balance.BalanceChannel} picks one for each call by the strategy of
 * its method, and tells the endpoint how it went. Without a wire there is {@link
 * dev.farcall.balance.Balancer}.
 */
@NullMarked
package dev.farcall.balance;

import org.jspecify.annotations.NullMarked;
