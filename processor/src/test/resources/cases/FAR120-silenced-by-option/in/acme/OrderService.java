package acme;

import dev.farcall.annotation.Remote;

@Remote
public interface OrderService {
  OrderStatus get(Photo photo);

  record Photo(byte[] bytes) {}

  enum OrderStatus {
    OPEN
  }
}
