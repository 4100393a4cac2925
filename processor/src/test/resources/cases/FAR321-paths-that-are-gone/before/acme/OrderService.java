package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Remote
public interface OrderService {
  @Get("/v1/orders/{id}")
  String get(UUID id);

  @Safe
  int count();

  void cancel(UUID id);
}
