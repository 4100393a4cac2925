package acme;

import dev.farcall.annotation.*;
import java.util.*;

import java.util.concurrent.Flow;

@Remote
public interface OrderService {
  // error: [FAR322] OrderService.save: the request becomes OrderServiceSaveRequest instead of Order. Peers in the field would misread each other. Add a method, or put the value into Order, or accept the break: mode=update-breaking.
  void save(Order order, boolean force);

  // error: [FAR322] OrderService.load: the response becomes OrderServiceLoadResponse instead of Order. Peers in the field would misread each other. Add a method, or accept the break: mode=update-breaking.
  Optional<Order> load(UUID id);

  // error: [FAR322] OrderService.watch: the response becomes stream Order instead of Order. Peers in the field would misread each other. Add a method, or accept the break: mode=update-breaking.
  Flow.Publisher<Order> watch(UUID id);
}
