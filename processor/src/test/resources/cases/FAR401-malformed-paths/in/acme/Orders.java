package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Remote
// error: [FAR401] @Http on Orders: path '/v1/orders/': a segment is empty (expected: literals and variables, as in /v1/orders/{id}:cancel).
@Http("/v1/orders/")
public interface Orders {
  @Get
  String all();
}
