package acme;

import dev.farcall.annotation.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.Flow;

@Remote
public interface OrderService {
  @Get("/v2/count")
  @Get("/v1/count")
  int count();
}
