package dev.farcall.peers;

import dev.farcall.benchmarks.codec.Order;
import dev.farcall.benchmarks.load.Client;
import dev.farcall.benchmarks.load.Peer;
import dev.farcall.benchmarks.load.Worker;
import dev.farcall.benchmarks.shop.LocalShop;
import dev.farcall.benchmarks.shop.Shop;
import dev.farcall.benchmarks.shop.ShopLoad;
import dev.farcall.benchmarks.shop.Text;
import io.helidon.webclient.api.WebClient;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;

/**
 * Helidon SE with Jackson, each call on a virtual thread; its client has blocking calls only. Its
 * one mode is {@code default}.
 */
final class HelidonHttpPeer implements Peer {

  private HelidonHttpPeer() {}

  public static void main(String[] args) throws Exception {
    Worker.run(new HelidonHttpPeer(), args);
  }

  @Override
  public int serve(String mode) {
    return WebServer.builder()
        .host("127.0.0.1")
        .port(0)
        .connectionOptions(options -> options.tcpNoDelay(true))
        .routing(routing -> shop(routing, new LocalShop()))
        .build()
        .start()
        .port();
  }

  private static void shop(HttpRouting.Builder routing, Shop shop) {
    routing
        .post(
            "/v1/echo",
            (request, response) ->
                response.send(new Text(shop.echo(request.content().as(Text.class).text()))))
        .post(
            "/v1/orders",
            (request, response) ->
                response.send(shop.placeOrder(request.content().as(Order.class))))
        .get(
            "/v1/users/{id}",
            (request, response) ->
                response.send(shop.getUser(request.path().pathParameters().get("id"))));
  }

  @Override
  public Client connect(String mode, int port) {
    WebClient client =
        WebClient.builder()
            .baseUri("http://127.0.0.1:" + port)
            .socketOptions(options -> options.tcpNoDelay(true))
            .build();
    return new ShopLoad(new HelidonShop(client), null);
  }
}
