package dev.farcall.peers;

import dev.farcall.benchmarks.codec.Order;
import dev.farcall.benchmarks.shop.LocalShop;
import dev.farcall.benchmarks.shop.Shop;
import dev.farcall.benchmarks.shop.Text;
import dev.farcall.benchmarks.shop.User;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The application. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(SpringServer.Controller.class)
public class SpringServer {

  /** The methods of the service. */
  @RestController
  public static class Controller {

    private final Shop shop = new LocalShop();

    @PostMapping("/v1/echo")
    public Text echo(@RequestBody Text text) {
      return new Text(shop.echo(text.text()));
    }

    @PostMapping("/v1/orders")
    public Order placeOrder(@RequestBody Order order) {
      return shop.placeOrder(order);
    }

    @GetMapping("/v1/users/{id}")
    public User getUser(@PathVariable("id") String id) {
      return shop.getUser(id);
    }
  }
}
