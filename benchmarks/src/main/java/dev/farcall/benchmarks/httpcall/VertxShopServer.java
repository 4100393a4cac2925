package dev.farcall.benchmarks.httpcall;

import dev.farcall.benchmarks.shop.LocalShop;
import dev.farcall.benchmarks.shop.Shop;
import dev.farcall.benchmarks.shop.Text;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.Callable;

/** The shop by hand, on the event loop or on Vert.x's worker threads. */
final class VertxShopServer extends VerticleBase {

  private static final String USERS = "/v1/users/";

  private final Shop shop = new LocalShop();
  private final int port;
  private final boolean workers;

  VertxShopServer(int port, boolean workers) {
    this.port = port;
    this.workers = workers;
  }

  @Override
  public Future<HttpServer> start() {
    return vertx
        .createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(port))
        .requestHandler(this::handle)
        .listen();
  }

  private void handle(HttpServerRequest request) {
    String path = request.path();
    if (request.method().equals(HttpMethod.GET) && path.startsWith(USERS)) {
      String id = path.substring(USERS.length());
      answer(request, () -> JsonType.USER.write(shop.getUser(id)));
    } else if (request.method().equals(HttpMethod.POST)) {
      request.body().onSuccess(body -> answer(request, () -> posted(path, body.getBytes())));
    } else {
      request.response().setStatusCode(404).end();
    }
  }

  private byte[] posted(String path, byte[] body) {
    return switch (path) {
      case "/v1/echo" -> {
        String text = shop.echo(JsonType.TEXT.read(body).text());
        yield JsonType.TEXT.write(new Text(text));
      }
      case "/v1/orders" -> JsonType.ORDER.write(shop.placeOrder(JsonType.ORDER.read(body)));
      default -> throw new IllegalArgumentException(path + " (expected: /v1/echo, /v1/orders)");
    };
  }

  private void answer(HttpServerRequest request, Callable<byte[]> method) {
    if (workers) {
      vertx
          .executeBlocking(method, false)
          .onSuccess(body -> send(request, body))
          .onFailure(e -> refuse(request, e));
      return;
    }
    try {
      send(request, method.call());
    } catch (Exception e) {
      refuse(request, e);
    }
  }

  private static void send(HttpServerRequest request, byte[] body) {
    request.response().putHeader("content-type", "application/json").end(Buffer.buffer(body));
  }

  private static void refuse(HttpServerRequest request, Throwable e) {
    request.response().setStatusCode(400).end(String.valueOf(e.getMessage()));
  }
}
