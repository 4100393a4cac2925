package dev.farcall.benchmarks.http;

import com.linecorp.armeria.server.Server;
import com.linecorp.armeria.server.annotation.ConsumesJson;
import com.linecorp.armeria.server.annotation.Get;
import com.linecorp.armeria.server.annotation.JacksonRequestConverterFunction;
import com.linecorp.armeria.server.annotation.JacksonResponseConverterFunction;
import com.linecorp.armeria.server.annotation.Param;
import com.linecorp.armeria.server.annotation.Post;
import com.linecorp.armeria.server.annotation.ProducesJson;
import dev.farcall.benchmarks.codec.Order;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** The shop as an annotated service of Armeria. */
final class ArmeriaServer {

  private ArmeriaServer() {}

  public static void main(String[] args) throws IOException {
    try (Server server =
        Server.builder()
            .http(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .annotatedService()
            .requestConverters(new JacksonRequestConverterFunction(Json.MAPPER))
            .responseConverters(new JacksonResponseConverterFunction(Json.MAPPER))
            .useBlockingTaskExecutor(Serving.blocking(args))
            .build(new Service())
            .build()) {
      server.start().join();
      Serving.serve(server.activeLocalPort());
    }
  }

  /** Its methods. */
  public static final class Service {

    /** A user made up for the id. */
    @Get("/users/:id")
    @ProducesJson
    public User getUser(@Param("id") String id) {
      return User.of(id);
    }

    /** The order as it came. */
    @Post("/orders")
    @ConsumesJson
    @ProducesJson
    public Order placeOrder(Order order) {
      return order;
    }
  }
}
