package acme.shop;

import dev.farcall.annotation.Body;
import dev.farcall.annotation.Delete;
import dev.farcall.annotation.Get;
import dev.farcall.annotation.Header;
import dev.farcall.annotation.Http;
import dev.farcall.annotation.Patch;
import dev.farcall.annotation.Post;
import dev.farcall.annotation.Put;
import dev.farcall.annotation.Query;
import dev.farcall.annotation.Remote;
import dev.farcall.annotation.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** Sells things. */
@Remote
@Http("/v1")
public interface ShopService {

  /** Finds an order. */
  @Get("/orders/{id}")
  Optional<Order> getOrder(UUID id);

  @Get("/orders")
  List<Order> search(
      @Query("q") String text,
      int limit,
      Optional<OrderId> after,
      Set<Order.Status> status,
      Filter filter,
      Optional<Span> during,
      OptionalInt skip,
      @Header("x-tenant") String tenant);

  @Get("/orders/{status}/count")
  @Get("/orders/count")
  long count(CountBy by);

  @Post("/orders")
  @Status(value = 201, location = "/v1/orders/{id}")
  CompletionStage<Order> place(NewOrder order);

  @Put("/orders/{id}")
  Order replace(OrderId id, NewOrder order, @Query boolean force);

  @Patch("/orders/{id}")
  Order change(OrderId id, Optional<String> note, Order.Status status);

  @Post("/orders:swap")
  Order swap(OrderId first, OrderId second);

  @Post("/orders/{id}:confirm")
  void confirm(OrderId id);

  @Put("/orders/{id}/tags")
  void tag(OrderId id, @Body List<String> tags, @Query Optional<Duration> every);

  @Delete("/orders/{id}")
  void cancel(OrderId id, Optional<Instant> at);

  @Get("/files/{path=**}")
  String file(String path);

  /** Has no path. */
  int ping();
}
