package dev.farcall.samples.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.Server;
import dev.farcall.samples.peers.Interop.Result;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shop at a terminal, as its README has it. */
@Tag("interop")
class CurlTest {

  private static final String JSON = "content-type: application/json";
  private static final String ADA = "{\"email\": \"ada@example.com\", \"name\": \"Ada\"}";

  @TempDir private Path folder;

  private Server server;
  private String shop = "";

  @BeforeEach
  void open() {
    server = Shop.startHttp();
    shop = "http://127.0.0.1:" + server.port();
  }

  @AfterEach
  void close() {
    server.close();
  }

  private String curl(String... arguments) throws Exception {
    Result result = Interop.curl(folder, arguments);
    assertThat(result.exitCode()).as(result.output()).isZero();
    return result.output();
  }

  /** Where an answer says that the new thing is. */
  private static String id(String answer) {
    Matcher location = Pattern.compile("(?im)^location: /[a-z]+/(\\S+)").matcher(answer);
    assertThat(location.find()).as(answer).isTrue();
    return location.group(1);
  }

  @Test
  void an_order_is_placed_paid_and_confirmed_over_rest() throws Exception {
    String ada = curl(shop + "/users", "-H", JSON, "-d", ADA);
    assertThat(ada).startsWith("HTTP/1.1 201");
    assertThat(curl(shop + "/users", "-H", JSON, "-d", ADA))
        .startsWith("HTTP/1.1 409")
        .contains("application/problem+json")
        .contains("\"reason\":\"EMAIL_TAKEN\"");
    assertThat(curl(shop + "/users?limit=10")).contains("ada@example.com");

    String order =
        id(
            curl(
                shop + "/orders",
                "-H",
                JSON,
                "-H",
                "idempotency-key: first",
                "-d",
                "{\"user\": \""
                    + id(ada)
                    + "\", \"currency\": \"EUR\", \"lines\": [{\"sku\": \"GREEN-TEA\","
                    + " \"quantity\": 2}]}"));
    assertThat(curl(shop + "/payments", "-H", JSON, "-d", payment(order, "4000000000000002")))
        .startsWith("HTTP/1.1 400")
        .contains("PAYMENT_DECLINED");
    assertThat(curl(shop + "/payments", "-H", JSON, "-d", payment(order, "4242424242424242")))
        .startsWith("HTTP/1.1 201");
    assertThat(curl("-X", "POST", shop + "/orders/" + order + "/confirm"))
        .startsWith("HTTP/1.1 200");
    assertThat(curl("-X", "POST", shop + "/orders/" + order + "/confirm"))
        .startsWith("HTTP/1.1 400")
        .contains("ORDER_ALREADY_CONFIRMED");
  }

  private static String payment(String order, String card) {
    return "{\"order\": \""
        + order
        + "\", \"amount\": {\"amount\": \"15.80\", \"currency\": \"EUR\"}, \"method\": {\"card\":"
        + " {\"number\": \""
        + card
        + "\", \"expires\": \"2099-12\"}}}";
  }

  @Test
  void the_catalogue_is_asked_for_by_connect() throws Exception {
    assertThat(curl(shop + "/shop.orders.v1.OrderService/Catalogue", "-H", JSON, "-d", "{}"))
        .startsWith("HTTP/1.1 200")
        .contains("GREEN-TEA");
  }

  @Test
  void the_documents_name_the_paths() throws Exception {
    assertThat(curl(shop + "/openapi.json"))
        .startsWith("HTTP/1.1 200")
        .contains("\"/users/{id}\"", "\"/orders/{id}/confirm\"", "\"/payments\"");
    assertThat(curl("-L", shop + "/docs")).contains("HTTP/1.1 200", "text/html");
    assertThat(curl(shop + "/health/ready")).startsWith("HTTP/1.1 200");
  }
}
