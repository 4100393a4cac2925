package dev.farcall.peers;

import dev.farcall.benchmarks.codec.Order;
import dev.farcall.benchmarks.shop.AsyncShop;
import dev.farcall.benchmarks.shop.Text;
import dev.farcall.benchmarks.shop.User;
import feign.AsyncFeign;
import feign.Headers;
import feign.Param;
import feign.RequestLine;
import feign.hc5.AsyncApacheHttp5Client;
import feign.jackson.JacksonDecoder;
import feign.jackson.JacksonEncoder;
import java.util.concurrent.CompletableFuture;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;

/** The same for callers that do not wait. */
record AsyncFeignShop(Http http) implements AsyncShop {

  static AsyncFeignShop connect(String url) {
    CloseableHttpAsyncClient client =
        HttpAsyncClients.custom()
            .setConnectionManager(
                PoolingAsyncClientConnectionManagerBuilder.create()
                    .setMaxConnTotal(SpringHttpPeer.CONNECTIONS)
                    .setMaxConnPerRoute(SpringHttpPeer.CONNECTIONS)
                    .build())
            .build();
    client.start();
    return new AsyncFeignShop(
        AsyncFeign.<HttpClientContext>builder()
            .client(new AsyncApacheHttp5Client(client))
            .encoder(new JacksonEncoder(FeignShop.MAPPER))
            .decoder(new JacksonDecoder(FeignShop.MAPPER))
            .target(Http.class, url));
  }

  @Override
  public CompletableFuture<String> echo(String text) {
    return http.echo(new Text(text)).thenApply(Text::text);
  }

  @Override
  public CompletableFuture<Order> placeOrder(Order order) {
    return http.placeOrder(order);
  }

  @Override
  public CompletableFuture<User> getUser(String id) {
    return http.getUser(id);
  }

  /** As OpenFeign makes it. */
  @Headers("Content-Type: application/json")
  interface Http {

    @RequestLine("POST /v1/echo")
    CompletableFuture<Text> echo(Text text);

    @RequestLine("POST /v1/orders")
    CompletableFuture<Order> placeOrder(Order order);

    @RequestLine("GET /v1/users/{id}")
    CompletableFuture<User> getUser(@Param("id") String id);
  }
}
