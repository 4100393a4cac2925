package dev.farcall.peers;

import dev.farcall.benchmarks.codec.Order;
import dev.farcall.benchmarks.shop.JsonShop;
import dev.farcall.benchmarks.shop.Text;
import dev.farcall.benchmarks.shop.User;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.client.annotation.Client;

/** The declarative client. */
@Client(id = "shop")
interface MicronautShop extends JsonShop {

  @Override
  @Post("/v1/echo")
  Text echo(@Body Text text);

  @Override
  @Post("/v1/orders")
  Order placeOrder(@Body Order order);

  @Override
  @Get("/v1/users/{id}")
  User getUser(String id);
}
