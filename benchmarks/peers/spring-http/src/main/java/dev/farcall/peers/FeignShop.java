package dev.farcall.peers;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.farcall.benchmarks.codec.Order;
import dev.farcall.benchmarks.shop.JsonShop;
import dev.farcall.benchmarks.shop.Text;
import dev.farcall.benchmarks.shop.User;
import feign.Feign;
import feign.Headers;
import feign.Param;
import feign.RequestLine;
import feign.hc5.ApacheHttp5Client;
import feign.jackson.JacksonDecoder;
import feign.jackson.JacksonEncoder;
import org.apache.hc.client5.http.classic.HttpClient;

/** OpenFeign's interface. */
@Headers("Content-Type: application/json")
interface FeignShop extends JsonShop {

  /** With the records' types, as its users set it up. */
  JsonMapper MAPPER =
      JsonMapper.builder().addModules(new JavaTimeModule(), new Jdk8Module()).build();

  @Override
  @RequestLine("POST /v1/echo")
  Text echo(Text text);

  @Override
  @RequestLine("POST /v1/orders")
  Order placeOrder(Order order);

  @Override
  @RequestLine("GET /v1/users/{id}")
  User getUser(@Param("id") String id);

  static FeignShop connect(String url, HttpClient http) {
    return Feign.builder()
        .client(new ApacheHttp5Client(http))
        .encoder(new JacksonEncoder(MAPPER))
        .decoder(new JacksonDecoder(MAPPER))
        .target(FeignShop.class, url);
  }
}
