package dev.farcall.samples.shop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.Connection;
import dev.farcall.Farcall;
import dev.farcall.Server;
import dev.farcall.policy.RateLimitPolicy;
import dev.farcall.samples.shop.users.UserId;
import dev.farcall.samples.shop.users.UserService;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shop as {@code curl} sees it, over a real port. */
@Timeout(60)
class RestTest {

  private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
  private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static Server server;

  @BeforeAll
  static void open() {
    server = ShopServer.start(0, 0, RateLimitPolicy.perSecond(100_000));
  }

  @AfterAll
  static void close() {
    server.stop(Duration.ZERO);
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
        .header("content-type", "application/json")
        .timeout(Duration.ofSeconds(20));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), BodyHandlers.ofString(UTF_8));
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return send(request(path).GET());
  }

  private static HttpResponse<String> post(String path, String body, String... headers)
      throws Exception {
    HttpRequest.Builder request = request(path).POST(BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  private static HttpResponse<String> put(String path, String body) throws Exception {
    return send(request(path).PUT(BodyPublishers.ofString(body)));
  }

  private static String id(HttpResponse<String> response) {
    Matcher matcher = ID.matcher(response.body());
    assertThat(matcher.find()).as(response.body()).isTrue();
    return matcher.group(1);
  }

  private static String email() {
    return UUID.randomUUID() + "@example.com";
  }

  private static String newUser(String email) {
    return "{\"email\":\"" + email + "\",\"name\":\"Ada\"}";
  }

  private static HttpResponse<String> createUser(String email) throws Exception {
    return post("/users", newUser(email));
  }

  private static HttpResponse<String> createOrder() throws Exception {
    String user = id(createUser(email()));
    return createOrder(user, "GREEN-TEA");
  }

  private static HttpResponse<String> createOrder(String user, String sku) throws Exception {
    String body =
        "{\"user\":\"%s\",\"currency\":\"EUR\",\"lines\":[{\"sku\":\"%s\",\"quantity\":2}]}";
    return post(
        "/orders", body.formatted(user, sku), "idempotency-key", UUID.randomUUID().toString());
  }

  private static HttpResponse<String> pay(String order, String card) throws Exception {
    String body =
        """
        {"order": "%s", "amount": {"amount": "15.80", "currency": "EUR"},
         "method": {"card": {"number": "%s", "expires": "2099-12"}}}""";
    return post("/payments", body.formatted(order, card));
  }

  private static void assertProblem(
      HttpResponse<String> response, int status, String code, String reason) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("content-type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(response.body()).contains("\"code\":\"" + code + "\"");
    if (!reason.isEmpty()) {
      assertThat(response.body()).contains("\"reason\":\"" + reason + "\"");
    }
  }

  @Test
  void aUserIsCreatedFoundChangedAndDeleted() throws Exception {
    String email = email();
    HttpResponse<String> created = createUser(email);
    String path = "/users/" + id(created);

    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    assertThat(created.headers().firstValue("location")).contains(path);
    assertThat(get(path).body()).isEqualTo(created.body()).contains(email);

    HttpResponse<String> changed = put(path, "{\"email\":\"" + email + "\",\"name\":\"Al\"}");
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(get(path).body()).isEqualTo(changed.body()).contains("\"name\":\"Al\"");

    HttpResponse<String> deleted = send(request(path).DELETE());
    assertThat(deleted.statusCode()).isEqualTo(204);
    assertThat(deleted.body()).isEmpty();
    assertProblem(get(path), 404, "not_found", "");
    assertProblem(send(request(path).DELETE()), 404, "not_found", "NO_SUCH_USER");
  }

  @Test
  void anAddressIsTakenOnceAlsoByAChange() throws Exception {
    String email = email();
    createUser(email);
    assertProblem(createUser(email), 409, "already_exists", "EMAIL_TAKEN");
    String other = id(createUser(email()));
    assertProblem(put("/users/" + other, newUser(email)), 409, "already_exists", "EMAIL_TAKEN");
    assertProblem(put("/users/" + NOBODY, newUser(email())), 404, "not_found", "NO_SUCH_USER");
  }

  @Test
  void whatIsNoUserIsRefusedWithThePlace() throws Exception {
    assertProblem(
        post("/users", "{\"email\":\"ada\",\"name\":\"Ada\"}"), 400, "invalid_argument", "");
    HttpResponse<String> unknown =
        post("/users", "{\"email\":\"" + email() + "\",\"name\":\"Ada\",\"age\":7}");
    assertProblem(unknown, 400, "invalid_argument", "");
    assertThat(unknown.body()).contains("/age");
    assertProblem(post("/users", "{"), 400, "invalid_argument", "");
    assertProblem(get("/users/7"), 400, "invalid_argument", "");
  }

  @Test
  void listsComeInPages() throws Exception {
    createUser(email());
    createUser(email());
    HttpResponse<String> first = get("/users?limit=1");
    assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
    assertThat(first.body()).contains("\"items\":[{").contains("\"more\":true");
    HttpResponse<String> second = get("/users?limit=1&after=" + id(first));
    assertThat(id(second)).isNotEqualTo(id(first));
    assertThat(get("/users").statusCode()).isEqualTo(200);
    assertProblem(get("/users?limit=101"), 400, "invalid_argument", "");
    assertProblem(get("/users?limit=x"), 400, "invalid_argument", "");
  }

  /** The path of a watch is not that of a user whose id is "watch". */
  @ParameterizedTest
  @CsvSource({
    "application/x-ndjson, '{\"result\":{\"id\":', '}}'",
    "text/event-stream, 'data: {\"id\":', '}'"
  })
  void whoRegistersIsWatched(String type, String begin, String end) throws Exception {
    String host = UUID.randomUUID() + ".example";
    createUser("ada@" + host);
    createUser(email());
    HttpRequest watch =
        request("/users/watch?existing=true&host=" + host).header("accept", type).build();
    HttpResponse<InputStream> answer = CLIENT.send(watch, BodyHandlers.ofInputStream());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith(type);
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), UTF_8))) {
      assertThat(element(lines)).startsWith(begin).endsWith(end).contains("\"ada@" + host);
      createUser("bob@" + host);
      assertThat(element(lines)).startsWith(begin).endsWith(end).contains("\"bob@" + host);
    }
  }

  /** The next line that says something. */
  private static String element(BufferedReader lines) throws IOException {
    String line = lines.readLine();
    while (line != null && (line.isEmpty() || line.startsWith(":"))) {
      line = lines.readLine();
    }
    return String.valueOf(line);
  }

  @Test
  void aWatchOfNoHostIsRefused() throws Exception {
    assertProblem(get("/users/watch?host=a@b"), 400, "invalid_argument", "");
  }

  @Test
  void anOrderIsOpenedListedAndConfirmedOnce() throws Exception {
    String user = id(createUser(email()));
    HttpResponse<String> created = createOrder(user, "GREEN-TEA");
    String path = "/orders/" + id(created);

    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    assertThat(created.headers().firstValue("location")).contains(path);
    assertThat(get(path).body()).isEqualTo(created.body()).contains("\"status\":\"OPEN\"");
    assertThat(get("/orders?user=" + user).body()).contains(created.body());

    HttpResponse<String> confirmed = post(path + "/confirm", "");
    assertThat(confirmed.statusCode()).as(confirmed.body()).isEqualTo(200);
    assertThat(confirmed.body()).contains("\"status\":\"CONFIRMED\"");
    assertProblem(
        post(path + "/confirm", ""), 400, "failed_precondition", "ORDER_ALREADY_CONFIRMED");
  }

  @Test
  void anOrderThatIsUnknownOrNotForSaleIsAProblem() throws Exception {
    assertProblem(get("/orders/" + NOBODY), 404, "not_found", "");
    assertProblem(post("/orders/" + NOBODY + "/confirm", ""), 404, "not_found", "ORDER_UNKNOWN");
    assertProblem(createOrder(NOBODY, "COFFEE"), 400, "failed_precondition", "NOT_FOR_SALE");
    assertProblem(post("/orders", "{}"), 400, "invalid_argument", "");
  }

  @Test
  void anOrderIsPaidAndItsPaymentFound() throws Exception {
    String order = id(createOrder());
    HttpResponse<String> paid = pay(order, "4111111111111111");
    String path = "/payments/" + id(paid);

    assertThat(paid.statusCode()).as(paid.body()).isEqualTo(201);
    assertThat(paid.headers().firstValue("location")).contains(path);
    assertThat(paid.body()).contains("card ****1111");
    assertThat(get(path).body()).isEqualTo(paid.body());
    assertThat(get("/payments?limit=100").body()).contains(paid.body());
    assertProblem(get("/payments/" + NOBODY), 404, "not_found", "");
  }

  @Test
  void aPaymentThatIsDeclinedSaysWhyAndRepeatsNoNumber() throws Exception {
    HttpResponse<String> declined = pay(id(createOrder()), "4000000000000002");
    assertProblem(declined, 400, "failed_precondition", "PAYMENT_DECLINED");
    assertThat(declined.body()).contains("REFUSED_BY_ISSUER").doesNotContain("4000000000000002");
  }

  @Test
  void pagesOfOtherOriginsMayCall() throws Exception {
    HttpResponse<String> asked =
        send(
            request("/users")
                .method("OPTIONS", BodyPublishers.noBody())
                .header("origin", "https://shop.example")
                .header("access-control-request-method", "POST")
                .header("access-control-request-headers", "content-type"));
    assertThat(asked.statusCode()).isIn(200, 204);
    assertThat(asked.headers().firstValue("access-control-allow-origin")).isPresent();
    assertThat(asked.headers().firstValue("access-control-allow-methods").orElse(""))
        .contains("POST");
    assertThat(
            send(request("/users").header("origin", "https://shop.example"))
                .headers()
                .firstValue("access-control-allow-origin"))
        .isPresent();
  }

  @Test
  void whoCallsTooOftenIsToldWhenToComeAgain() throws Exception {
    Server strict = ShopServer.start(0, 0, new RateLimitPolicy(1, Duration.ofHours(1), 2));
    try {
      URI users = URI.create("http://127.0.0.1:" + strict.port() + "/users");
      URI health = users.resolve("/health/ready");
      assertThat(send(HttpRequest.newBuilder(users)).statusCode()).isEqualTo(200);
      assertThat(send(HttpRequest.newBuilder(users.resolve("/nowhere"))).statusCode())
          .isEqualTo(404);
      HttpResponse<String> refused = send(HttpRequest.newBuilder(users));
      assertProblem(refused, 429, "resource_exhausted", "");
      assertThat(refused.headers().firstValue("retry-after")).isPresent();
      assertThat(refused.headers().firstValue("x-request-id")).isPresent();
      assertThat(send(HttpRequest.newBuilder(health)).statusCode()).isEqualTo(200);
    } finally {
      strict.stop(Duration.ZERO);
    }
  }

  @Test
  void eachRequestIsALineInTheLogUnderItsId() throws Exception {
    List<String> lines = new CopyOnWriteArrayList<>();
    Logger logger = Logger.getLogger("dev.farcall.access");
    Handler handler = new Lines(lines);
    logger.setLevel(Level.INFO);
    logger.addHandler(handler);
    try {
      HttpResponse<String> missing =
          send(request("/users/" + NOBODY + "?secret=1").header("x-request-id", "test-id-7"));
      assertThat(missing.headers().firstValue("x-request-id")).contains("test-id-7");
      send(request("/nowhere").header("x-request-id", "test-id-8"));
    } finally {
      logger.removeHandler(handler);
      logger.setLevel(null);
    }
    assertThat(lines)
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("method=shop.users.v1.UserService/GetUser line=\"GET /users/")
                    .contains(" protocol=rest peer=127.0.0.1:")
                    .endsWith(" id=test-id-7")
                    .doesNotContain("secret"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("line=\"GET /nowhere\" protocol=http")
                    .contains("code=UNIMPLEMENTED")
                    .endsWith(" id=test-id-8"));
  }

  private static final class Lines extends Handler {
    private final List<String> lines;

    Lines(List<String> lines) {
      this.lines = lines;
    }

    @Override
    public void publish(LogRecord line) {
      lines.add(line.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @Test
  void theSamePortAnswersGrpc() throws Exception {
    String user = id(createUser(email()));
    try (Connection connection =
        Farcall.connect("static:///127.0.0.1:" + server.port()).wire("grpc")) {
      UserService users = connection.client(UserService.class);
      assertThat(users.getUser(new UserId(UUID.fromString(user)))).isPresent();
    }
  }
}
