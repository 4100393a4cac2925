package dev.farcall.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.call.Layer;
import dev.farcall.health.Health;
import dev.farcall.spi.HealthState;
import dev.farcall.spi.Listener;
import dev.farcall.spi.ServedServices;
import dev.farcall.time.Time;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocsDoorTest {

  private static final Pattern REFERENCE = Pattern.compile("(?:src|href)=\"([^\"]*)\"");

  private static final HealthState WELL =
      Health.of(checks -> {}, Set.of(), Time.system(), task -> false);

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static Listener.Running running;

  @BeforeAll
  static void start() throws IOException {
    running = start(Http.port(0).docs(true));
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  private static Listener.Running start(Http http) throws IOException {
    String document = OpenApiDocumentsTest.document("Users", "v1", "/users", "get", "{}");
    return http.host("127.0.0.1")
        .start(
            new ServedServices(
                List.of(), Layer.NONE, WELL, () -> List.of(document), 1 << 20, Time.system()));
  }

  @Test
  void theDocumentIsThatOfTheServices() throws Exception {
    HttpResponse<String> answer = get(running, "/openapi.json");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
    assertThat(new JsonObject(answer.body()).getJsonObject("paths").fieldNames())
        .containsExactly("/users");
  }

  @Test
  void thePageIsWholeAndAsksNoOtherServer() throws Exception {
    HttpResponse<String> page = get(running, "/docs");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("content-security-policy").orElse(""))
        .contains("default-src 'none'")
        .contains("script-src 'self'")
        .doesNotContain("unsafe");
    assertThat(page.body()).doesNotContain("http:", "https:");
    List<String> references =
        REFERENCE.matcher(page.body()).results().map(found -> found.group(1)).toList();
    assertThat(references).contains("/docs/swagger-ui-bundle.js", "/docs/swagger-ui.css");
    for (String reference : references) {
      if (!reference.startsWith("data:")) {
        HttpResponse<String> part = get(running, reference);
        assertThat(part.statusCode()).as(reference).isEqualTo(200);
        assertThat(part.body()).as(reference).isNotEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/docs", "/openapi.json", "/docs/swagger-ui-bundle.js"})
  void whatIsKnownIsNotSentAgain(String path) throws Exception {
    String tag = get(running, path).headers().firstValue("etag").orElseThrow();

    HttpResponse<String> again = get(running, path, "if-none-match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();

    assertThat(get(running, path, "if-none-match", "\"old\"").statusCode()).isEqualTo(200);
  }

  @Test
  void partsAreSmallForThoseWhoAskForIt() throws Exception {
    String path = "/docs/swagger-ui-bundle.js";
    HttpResponse<byte[]> small =
        CLIENT.send(
            request(running, path, "accept-encoding", "gzip").build(),
            HttpResponse.BodyHandlers.ofByteArray());

    assertThat(small.headers().firstValue("content-encoding")).hasValue("gzip");
    assertThat(small.headers().allValues("vary")).contains("accept-encoding");
    assertThat(small.body().length).isLessThan(600_000);
  }

  @Test
  void nothingCanBeChanged() throws Exception {
    HttpResponse<String> refused =
        CLIENT.send(
            request(running, "/docs").POST(HttpRequest.BodyPublishers.ofString("x")).build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(refused.statusCode()).isEqualTo(405);
    assertThat(refused.headers().firstValue("allow")).hasValue("GET, HEAD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/docs/", "/docs/../start.js", "/docs/pom.xml", "/docs/%2e%2e/start.js"})
  void nothingElseIsServed(String path) throws Exception {
    assertThat(get(running, path).statusCode()).isEqualTo(404);
  }

  @Test
  void nothingIsServedUnlessTold() throws Exception {
    Listener.Running silent = start(Http.port(0));
    try {
      assertThat(get(silent, "/docs").statusCode()).isEqualTo(404);
      assertThat(get(silent, "/openapi.json").statusCode()).isEqualTo(404);
    } finally {
      silent.close();
    }
  }

  private static HttpResponse<String> get(Listener.Running port, String path, String... headers)
      throws IOException, InterruptedException {
    return CLIENT.send(request(port, path, headers).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(
      Listener.Running port, String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port.port() + path));
    return headers.length == 0 ? request : request.headers(headers);
  }
}
