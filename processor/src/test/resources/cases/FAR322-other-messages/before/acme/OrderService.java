package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Remote
public interface OrderService {
  void save(Order order);

  Order load(UUID id);

  Order watch(UUID id);
}
