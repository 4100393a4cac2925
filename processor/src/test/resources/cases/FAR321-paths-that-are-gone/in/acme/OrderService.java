package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Remote
public interface OrderService {
  @Get("/v2/orders/{id}")
  // error: [FAR321] OrderService.get moves from GET /v1/orders/{id} to GET /v2/orders/{id}. Keep the old path with a further annotation, or accept the break: mode=update-breaking.
  String get(UUID id);

  // error: [FAR321] OrderService.count becomes neither safe nor idempotent and was safe, by which peers choose the HTTP verb and whether they repeat a call. Keep it as it was, or accept the break: mode=update-breaking.
  int count();

  @Idempotent
  // error: [FAR321] OrderService.cancel becomes idempotent and was neither safe nor idempotent, by which peers choose the HTTP verb and whether they repeat a call. Keep it as it was, or accept the break: mode=update-breaking.
  void cancel(UUID id);
}
