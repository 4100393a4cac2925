package dev.farcall.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.call.Origin;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RestTest {

  private static TestPort port;

  @BeforeAll
  static void open() {
    port = TestPort.open();
  }

  @AfterAll
  static void close() {
    port.close();
  }

  @Test
  void a_result_is_json_with_its_defaults() throws Exception {
    HttpResponse<String> answer = port.get("/notes/a%2Fb?text=hi%20there");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).contains("application/json");
    assertThat(answer.body()).isEqualTo("{\"id\":\"a/b\",\"text\":\"hi there\",\"stars\":0}");
  }

  @Test
  void http2_after_an_upgrade_answers_the_same() throws Exception {
    HttpClient client = HttpClient.newHttpClient(); // without connections of HTTP/1.1
    HttpResponse<String> answer =
        client.send(
            port.request("/notes/a").version(Version.HTTP_2).build(), BodyHandlers.ofString());
    assertThat(answer.version()).isEqualTo(Version.HTTP_2);
    assertThat(answer.body()).isEqualTo("{\"id\":\"a\",\"text\":\"\",\"stars\":0}");
    HttpResponse<String> again =
        client.send(
            port.request("/notes")
                .version(Version.HTTP_2)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"id\":\"b\",\"text\":\"t\",\"stars\":2}"))
                .build(),
            BodyHandlers.ofString());
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.version()).isEqualTo(Version.HTTP_2);
  }

  @Test
  void head_answers_as_get_without_the_body() throws Exception {
    HttpResponse<String> answer =
        port.send(port.request("/notes/a").method("HEAD", BodyPublishers.noBody()));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-length")).contains("30");
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void what_was_created_has_a_location() throws Exception {
    HttpResponse<String> answer =
        port.post("/notes", "application/json; charset=utf-8", "{\"id\":\"n1\",\"text\":\"é\"}");
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.headers().firstValue("location")).contains("/notes/n1");
    assertThat(answer.body()).isEqualTo("{\"id\":\"n1\",\"text\":\"é\",\"stars\":0}");
  }

  @Test
  void a_method_without_result_is_204() throws Exception {
    HttpResponse<String> answer = port.send(port.request("/notes/a").DELETE());
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().firstValue("content-length")).isEmpty();
  }

  @Test
  void an_absent_result_of_get_is_a_marked_404() throws Exception {
    HttpResponse<String> answer = port.get("/notes/a?text=absent");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("\"code\":\"not_found\"").contains("\"absent\":true");
  }

  @Test
  void a_failure_is_a_problem() throws Exception {
    HttpResponse<String> answer = port.get("/notes/unknown");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(answer.body())
        .startsWith(
            "{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,"
                + "\"detail\":\"no note of this name\",\"code\":\"not_found\"")
        .doesNotContain("absent");
  }

  @Test
  void a_mistake_of_the_server_tells_an_id_and_nothing_else() throws Exception {
    HttpResponse<String> answer = port.get("/notes/broken");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("\"errorId\":\"").doesNotContain("secret");
  }

  @Test
  void a_bad_field_is_told_by_its_pointer() throws Exception {
    HttpResponse<String> answer =
        port.post("/notes", "application/json", "{\"id\":\"a\",\"text\":\"t\",\"stars\":\"many\"}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("\"code\":\"invalid_argument\"")
        .contains("\"errors\":[{\"pointer\":\"/stars\",\"detail\":");
  }

  @Test
  void an_unknown_path_is_404_and_an_unknown_verb_405_with_what_is_allowed() throws Exception {
    HttpResponse<String> unknown = port.get("/nothing/here");
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.body()).contains("\"code\":\"unimplemented\"");
    HttpResponse<String> verb =
        port.send(port.request("/notes/a").PUT(BodyPublishers.ofString("{}")));
    assertThat(verb.statusCode()).isEqualTo(405);
    assertThat(verb.headers().firstValue("allow")).contains("GET, HEAD, DELETE, OPTIONS");
    HttpResponse<String> options =
        port.send(port.request("/notes/a").method("OPTIONS", BodyPublishers.noBody()));
    assertThat(options.statusCode()).isEqualTo(204);
    assertThat(options.headers().firstValue("allow")).contains("GET, HEAD, DELETE, OPTIONS");
  }

  @Test
  void other_types_are_refused_both_ways() throws Exception {
    assertThat(port.post("/notes", "text/plain", "hello").statusCode()).isEqualTo(415);
    assertThat(port.post("/notes", "application/json; charset=utf-16", "{}").statusCode())
        .isEqualTo(415);
    assertThat(port.send(port.request("/notes/a").header("Accept", "text/html")).statusCode())
        .isEqualTo(406);
    assertThat(
            port.send(port.request("/notes/a").header("Accept", "text/html, */*;q=0.1"))
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void unknown_keys_and_a_body_without_type_are_refused() throws Exception {
    assertThat(
            port.post("/notes", "application/json", "{\"id\":\"a\",\"nonsense\":1}").statusCode())
        .isEqualTo(400);
    assertThat(port.send(port.request("/notes").POST(BodyPublishers.ofString("{}"))).statusCode())
        .isEqualTo(415);
    assertThat(port.post("/notes", "application/json", "").statusCode()).isEqualTo(400);
  }

  @Test
  void the_implementation_knows_who_called_and_what_was_sent_beside() throws Exception {
    port.send(port.request("/notes/a?text=x").header("X-Tenant", "acme"));
    assertThat(port.notes.tenant).isEqualTo("acme");
    Origin origin = port.notes.origin;
    assertThat(origin.protocol()).isEqualTo("rest");
    assertThat(origin.line()).isEqualTo("GET /notes/a");
    assertThat(origin.address().getAddress().isLoopbackAddress()).isTrue();
    assertThat(origin.principal()).isNull();
  }

  @Test
  void headers_of_one_name_all_arrive() throws Exception {
    port.send(port.request("/notes/a").header("X-Tenant", "a").header("X-Tenant", "b"));
    assertThat(port.notes.tenants).containsExactly("a", "b");
  }

  @Test
  void a_deadline_of_the_caller_ends_the_call() throws Exception {
    HttpResponse<String> answer =
        port.send(port.request("/waiting/a").header("Connect-Timeout-Ms", "50"));
    assertThat(answer.statusCode()).isEqualTo(504);
    assertThat(answer.body()).contains("\"code\":\"deadline_exceeded\"");
    assertThat(port.send(port.request("/waiting/a").header("grpc-timeout", "50m")).statusCode())
        .isEqualTo(504);
    assertThat(
            port.send(port.request("/waiting/a").header("Connect-Timeout-Ms", "soon")).statusCode())
        .isEqualTo(400);
  }

  @Test
  void what_does_not_block_runs_on_an_event_loop_that_refuses_blocking_calls() throws Exception {
    assertThat(port.get("/threads/a").body()).contains("\"stars\":1");
  }

  @Test
  void health_is_told_to_probes() throws Exception {
    for (String probe : new String[] {"live", "ready", "started"}) {
      HttpResponse<String> answer = port.get("/health/" + probe);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
    }
    assertThat(port.send(port.request("/health/live").DELETE()).statusCode()).isEqualTo(405);
  }
}
