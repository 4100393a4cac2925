package dev.farcall.peers;

import com.linecorp.armeria.server.annotation.ConsumesJson;
import com.linecorp.armeria.server.annotation.Get;
import com.linecorp.armeria.server.annotation.Param;
import com.linecorp.armeria.server.annotation.Post;
import com.linecorp.armeria.server.annotation.ProducesJson;
import dev.farcall.benchmarks.codec.Order;
import dev.farcall.benchmarks.shop.LocalShop;
import dev.farcall.benchmarks.shop.Shop;
import dev.farcall.benchmarks.shop.Text;
import dev.farcall.benchmarks.shop.User;

/** The methods of the service. */
@ProducesJson
public final class ArmeriaService {

  private final Shop shop = new LocalShop();

  @ConsumesJson
  @Post("/v1/echo")
  public Text echo(Text text) {
    return new Text(shop.echo(text.text()));
  }

  @ConsumesJson
  @Post("/v1/orders")
  public Order placeOrder(Order order) {
    return shop.placeOrder(order);
  }

  @Get("/v1/users/:id")
  public User getUser(@Param("id") String id) {
    return shop.getUser(id);
  }
}
