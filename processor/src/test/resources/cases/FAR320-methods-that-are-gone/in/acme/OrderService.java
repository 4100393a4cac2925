package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Remote
// error: [FAR320] RPC OrderService.Watch was removed or renamed: callers in the field would get UNIMPLEMENTED. Keep the method @Deprecated, or @Rpc(name = "Watch") on its successor, or accept the break: mode=update-breaking.
// error: [FAR320] Service acme.UserService was removed, renamed or moved: callers in the field would get UNIMPLEMENTED. Keep the interface @Deprecated, or accept the break: mode=update-breaking.
public interface OrderService {
  int count();
}
