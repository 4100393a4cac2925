package dev.farcall.samples.shop;

import dev.farcall.Farcall;
import dev.farcall.Server;
import dev.farcall.ServerBuilder;
import dev.farcall.grpc.Grpc;
import dev.farcall.http.Cors;
import dev.farcall.http.Http;
import dev.farcall.intercept.AccessLog;
import dev.farcall.intercept.CallerRateLimit;
import dev.farcall.intercept.RequestIds;
import dev.farcall.policy.RateLimitPolicy;
import java.util.List;

/**
 * The whole shop in one process, for {@code curl} and browsers: REST, Connect, gRPC and gRPC-Web on
 * one port of this machine, gRPC by grpc-java on another. Any page may call; a caller may do so 50
 * times a second; each call is a line in the log.
 */
final class ShopServer {

  static final int HTTP_PORT = 8080;
  static final int GRPC_PORT = 9090;
  static final RateLimitPolicy LIMIT = RateLimitPolicy.perSecond(50);

  private static final String HOST = "127.0.0.1";

  private ShopServer() {}

  /** Opens the shop; 0 lets the system choose a port. {@code port()} is that of HTTP. */
  static Server start(int httpPort, int grpcPort, RateLimitPolicy limit) {
    ServerBuilder server =
        Farcall.server()
            .listen(Http.port(httpPort).host(HOST).cors(Cors.anyOrigin()).gzip().docs(true))
            .listen(Grpc.port(grpcPort).host(HOST))
            .intercept(new AccessLog())
            .intercept(new RequestIds())
            .intercept(new CallerRateLimit(limit));
    for (String name : Services.NAMES) {
      Services.serve(name, server);
    }
    return server.start();
  }

  /** What there is to try, for people; a line each. */
  static List<String> describe(int port) {
    String url = "http://" + HOST + ":" + port;
    return List.of(
        "the shop is open at " + url + "; gRPC also at " + HOST + ":" + GRPC_PORT,
        "  look      " + url + "/docs",
        "  register  curl -i "
            + url
            + "/users -d '{\"email\": \"ada@example.com\", \"name\":"
            + " \"Ada\"}' -H 'content-type: application/json'",
        "  list      curl '" + url + "/users?limit=10'",
        "  watch     curl -N '" + url + "/users/watch?existing=true'",
        "  close     Ctrl-C");
  }
}
