package dev.farcall.benchmarks.http;

import dev.farcall.benchmarks.codec.Order;
import java.io.IOException;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The shop on Spring Boot MVC as it comes, on Tomcat and Jackson. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(SpringServer.Controller.class)
public class SpringServer {

  public static void main(String[] args) throws IOException {
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(SpringServer.class)
            .properties(
                "server.port=0",
                "server.address=127.0.0.1",
                // Without, each connection is closed after 100 requests.
                "server.tomcat.max-keep-alive-requests=-1",
                "spring.main.banner-mode=off")
            .run()) {
      Serving.serve(
          Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port")));
    }
  }

  /** Its methods. */
  @RestController
  public static class Controller {

    /** A user made up for the id. */
    @GetMapping("/users/{id}")
    public User getUser(@PathVariable("id") String id) {
      return User.of(id);
    }

    /** The order as it came. */
    @PostMapping("/orders")
    public Order placeOrder(@RequestBody Order order) {
      return order;
    }
  }
}
