package dev.farcall.peers;

import dev.farcall.benchmarks.codec.Order;
import dev.farcall.benchmarks.shop.JsonShop;
import dev.farcall.benchmarks.shop.Text;
import dev.farcall.benchmarks.shop.User;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The HTTP interface. */
@HttpExchange(contentType = "application/json", accept = "application/json")
interface SpringShop extends JsonShop {

  @Override
  @PostExchange("/v1/echo")
  Text echo(@RequestBody Text text);

  @Override
  @PostExchange("/v1/orders")
  Order placeOrder(@RequestBody Order order);

  @Override
  @GetExchange("/v1/users/{id}")
  User getUser(@PathVariable("id") String id);
}
