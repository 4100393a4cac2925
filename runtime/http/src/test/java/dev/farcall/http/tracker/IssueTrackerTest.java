package dev.farcall.http.tracker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import dev.farcall.Connection;
import dev.farcall.Farcall;
import dev.farcall.annotation.Code;
import dev.farcall.call.CallException;
import dev.farcall.call.Outcome;
import dev.farcall.call.RetryInfo;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The client of an interface that describes a server which knows nothing of Farcall: the JDK's. */
@Timeout(60)
class IssueTrackerTest {

  private static final String ISSUE =
      """
      {"id": 1296269, "number": 7, "title": "It leaks", "state": "open", "labels": ["bug"],
       "user": {"login": "ada", "id": 1}, "locked": false, "closed_at": null,
       "created_at": "2026-04-22T13:33:48Z"}
      """;

  private HttpServer server;
  private Connection connection;
  private IssueTracker tracker;

  private volatile int status = 200;
  private volatile String type = "application/json; charset=utf-8";
  private volatile String answer = ISSUE;
  private volatile String retryAfter;
  private volatile String location;

  private volatile String line;
  private volatile String key;
  private volatile String body;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
          key = exchange.getRequestHeaders().getFirst("x-api-key");
          body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          exchange.getResponseHeaders().set("content-type", type);
          if (retryAfter != null) {
            exchange.getResponseHeaders().set("retry-after", retryAfter);
          }
          if (location != null) {
            exchange.getResponseHeaders().set("location", location);
          }
          byte[] bytes = answer.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    connection = Farcall.connect("127.0.0.1:" + server.getAddress().getPort()).wire("rest");
    tracker = connection.client(IssueTracker.class);
  }

  @AfterEach
  void close() {
    connection.close();
    server.stop(0);
  }

  private void answers(int status, String type, String answer) {
    this.status = status;
    this.type = type;
    this.answer = answer;
  }

  private CallException failure() {
    return catchThrowableOfType(CallException.class, () -> tracker.issue("acme", "shop", 7));
  }

  @Test
  void an_issue_is_read_by_the_names_of_its_owner_and_the_rest_is_passed_over() {
    assertThat(tracker.issue("acme", "shop", 7))
        .contains(
            new Issue(
                7,
                "It leaks",
                "open",
                List.of("bug"),
                Instant.parse("2026-04-22T13:33:48Z"),
                Optional.empty()));
    assertThat(line).isEqualTo("GET /api/v3/repos/acme/shop/issues/7");
  }

  @Test
  void a_list_is_an_array_and_parameters_stand_where_they_say() {
    answers(200, "application/json", "[" + ISSUE + "," + ISSUE + "]");
    assertThat(tracker.issues("acme & co", "a/b", Optional.of("closed"), 50, "secret")).hasSize(2);
    assertThat(line)
        .isEqualTo("GET /api/v3/repos/acme%20%26%20co/a%2Fb/issues?state=closed&per_page=50");
    assertThat(key).isEqualTo("secret");
  }

  @Test
  void a_body_has_the_names_of_its_owner() {
    answers(201, "application/json", ISSUE);
    tracker.open("acme", "shop", new NewIssue("It leaks", List.of("bug"), 12));
    assertThat(line).isEqualTo("POST /api/v3/repos/acme/shop/issues");
    assertThat(body).isEqualTo("{\"title\":\"It leaks\",\"labels\":[\"bug\"],\"assignee_id\":12}");
  }

  @Test
  void an_answer_without_content_is_one() {
    answers(204, "application/json", "");
    tracker.unlock("acme", "shop", 7);
    assertThat(line).isEqualTo("DELETE /api/v3/repos/acme/shop/issues/7/lock");
  }

  @Test
  void a_404_of_a_stranger_may_mean_anything_and_is_told() {
    answers(404, "application/json", "{\"message\":\"Not Found\"}");
    CallException thrown = failure();
    assertThat(thrown.code()).isEqualTo(Code.NOT_FOUND);
    assertThat(thrown)
        .hasMessageContaining("GET /api/v3/repos/acme/shop/issues/7 at 127.0.0.1:")
        .hasMessageContaining("answered 404")
        .hasMessageContaining("Not Found");
  }

  @Test
  void what_is_refused_for_what_it_is_keeps_the_words_of_the_server() {
    answers(422, "application/json", "{\"message\":\"title is too long\"}");
    CallException thrown = failure();
    assertThat(thrown.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(thrown).hasMessageContaining("422").hasMessageContaining("title is too long");
  }

  @Test
  void too_much_says_when_to_come_again() {
    answers(429, "application/json", "{}");
    retryAfter = "7";
    CallException thrown = failure();
    assertThat(thrown.outcome()).isEqualTo(Outcome.OVERLOADED);
    assertThat(thrown).hasMessageContaining("429");
    assertThat(RetryInfo.find(thrown.details())).isEqualTo(new RetryInfo(Duration.ofSeconds(7)));
  }

  @Test
  void a_page_of_a_proxy_is_told_by_its_beginning() {
    answers(503, "text/html", "<html><body>Down for maintenance</body></html>");
    CallException thrown = failure();
    assertThat(thrown.outcome()).isEqualTo(Outcome.UNAVAILABLE);
    assertThat(thrown).hasMessageContaining("503").hasMessageContaining("Down for maintenance");
  }

  @Test
  void a_redirect_is_not_followed_but_told() {
    answers(301, "text/plain", "");
    location = "https://tracker.example/api/v4";
    assertThat(failure()).hasMessageContaining("301").hasMessageContaining(location);
  }

  @Test
  void an_answer_of_another_shape_names_the_member() {
    answers(200, "application/json", "{\"number\": \"seven\"}");
    CallException thrown = failure();
    assertThat(thrown.outcome()).isEqualTo(Outcome.CONTRACT_MISMATCH);
    assertThat(thrown).hasMessageContaining("number");
  }
}
