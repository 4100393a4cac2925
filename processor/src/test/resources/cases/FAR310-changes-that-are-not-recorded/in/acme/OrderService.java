package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Remote
public interface OrderService {
  void place(Order order);
  // error: [FAR310] Schema acme changed and is not recorded: | + rpc OrderService.Count | + Order.gifts = 5 (repeated string) | + Order.total = 6 (int64) | - Order.coupon = 3 (will be reserved) | Order.sku string sku -> string sku deprecated | Order.note string note -> optional string note | + Colour.BLUE = 3 | + Colour.YELLOW = 4 | - Colour.RED = 1 (will be reserved) | These changes are compatible. Record them: mvn compile -Dfarcall.schema.mode=update (elsewhere: javac -Afarcall.schema.mode=update) and commit acme/acme.proto.
  int count(boolean all);
}
