package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Remote
// error: [FAR323] The lock has service acme.UserService, and acme.UserService is there but not compiled: the lock cannot be compared with a part of its module. Compile all annotated sources of the module together.
public interface OrderService {
  void place(String sku);
}
