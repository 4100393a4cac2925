package acme.shop.v2;

import dev.farcall.annotation.Remote;

/** Has no document: none of its methods has a route. */
@Remote
public interface Internal {
  Shop.Item look(Shop.ItemId id);
}
