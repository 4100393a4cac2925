package dev.farcall.peers;

import dev.farcall.benchmarks.load.Client;
import dev.farcall.benchmarks.load.Peer;
import dev.farcall.benchmarks.load.Worker;
import dev.farcall.benchmarks.shop.JsonShopClient;
import dev.farcall.benchmarks.shop.ShopLoad;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/**
 * Spring Boot MVC as it comes, on Tomcat and Jackson. Modes are the client's, both on Apache's
 * HttpClient: {@code rest-client}, an HTTP interface on {@link RestClient}, and {@code feign},
 * OpenFeign.
 */
final class SpringHttpPeer implements Peer {

  static final int CONNECTIONS = 64;

  private SpringHttpPeer() {}

  public static void main(String[] args) throws Exception {
    Worker.run(new SpringHttpPeer(), args);
  }

  @Override
  public int serve(String mode) {
    return new SpringApplicationBuilder(SpringServer.class)
        .properties(
            "server.port=0",
            "server.address=127.0.0.1",
            // Without, each connection is closed after 100 requests.
            "server.tomcat.max-keep-alive-requests=-1",
            // On JDK 21 and later, as ours and Micronaut's come.
            "spring.threads.virtual.enabled=true",
            "spring.main.banner-mode=off")
        .run()
        .getEnvironment()
        .getRequiredProperty("local.server.port", Integer.class);
  }

  @Override
  public Client connect(String mode, int port) {
    String url = "http://127.0.0.1:" + port;
    return switch (mode) {
      case "rest-client" -> new ShopLoad(new JsonShopClient(restClient(url)), null);
      case "feign" -> new ShopLoad(
          new JsonShopClient(FeignShop.connect(url, http())), AsyncFeignShop.connect(url));
      default -> throw new IllegalArgumentException(mode + " (expected: rest-client, feign)");
    };
  }

  private static SpringShop restClient(String url) {
    RestClient client =
        RestClient.builder()
            .requestFactory(new HttpComponentsClientHttpRequestFactory(http()))
            .baseUrl(url)
            .build();
    return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
        .build()
        .createClient(SpringShop.class);
  }

  private static CloseableHttpClient http() {
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS)
                .build())
        .build();
  }
}
