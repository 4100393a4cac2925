package dev.farcall.http;

import dev.farcall.protocol.Gzip;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers {@code /openapi.json} and {@code /docs}: the document of the served services, and a page
 * that shows it. All of it is made once, when the port opens, and is on this server: the page asks
 * no other.
 */
final class DocsDoor implements FrontDoor {

  /** Scripts, styles and data from this server alone; the page runs in no frame. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final String DOCUMENT = "/openapi.json";

  private final Map<String, Page> pages = new HashMap<>();

  /** One answer, plain and compressed, with the tag of its content. */
  private record Page(Answer plain, Answer small, String tag) {}

  /**
   * The pages for some documents.
   *
   * @param documents of the services, as the processor wrote them
   * @throws UncheckedIOException if a part of the page cannot be read
   */
  DocsDoor(List<String> documents) {
    JsonObject document = OpenApiDocuments.merge(documents);
    put(DOCUMENT, "application/json", OpenApiDocuments.text(document));
    String version = SwaggerUi.version();
    put("/docs", "text/html; charset=utf-8", own("docs.html"));
    put("/docs/start.js", "text/javascript; charset=utf-8", own("start.js"));
    put("/docs/start.css", "text/css; charset=utf-8", own("start.css"));
    put(
        "/docs/swagger-ui-bundle.js",
        "text/javascript; charset=utf-8",
        SwaggerUi.file(version, "swagger-ui-bundle.js"));
    put(
        "/docs/swagger-ui.css",
        "text/css; charset=utf-8",
        SwaggerUi.file(version, "swagger-ui.css"));
  }

  @Override
  public boolean take(HttpExchange exchange) {
    Page page = pages.get(exchange.path());
    if (page == null) {
      return false;
    }
    if (!exchange.method().equals("GET") && !exchange.method().equals("HEAD")) {
      Refusal.wrongVerb(exchange, "GET, HEAD");
      return true;
    }
    exchange.answerNoCall(ErrorFormat.PROBLEM, null, answer(page, exchange));
    return true;
  }

  private static Answer answer(Page page, HttpExchange exchange) {
    if (page.tag().equals(exchange.header(HttpHeaderNames.IF_NONE_MATCH))) {
      return withCaching(Answer.empty(304), page.tag());
    }
    boolean small =
        HeaderValues.accepts(exchange.header(HttpHeaderNames.ACCEPT_ENCODING), Gzip.NAME);
    return small ? page.small() : page.plain();
  }

  private void put(String path, String type, byte[] body) {
    String tag = "\"" + digest(body) + "\"";
    Answer plain = withCaching(Answer.of(200, type, body), tag);
    if (!path.equals(DOCUMENT)) {
      plain = plain.with("content-security-policy", POLICY);
    }
    pages.put(path, new Page(plain, plain.gzipped(), tag));
  }

  private static Answer withCaching(Answer answer, String tag) {
    return answer
        .with("etag", tag)
        .with("cache-control", "no-cache")
        .with("vary", "accept-encoding")
        .with("x-content-type-options", "nosniff");
  }

  private static byte[] own(String name) {
    try (InputStream in = DocsDoor.class.getResourceAsStream("docs/" + name)) {
      if (in == null) {
        throw new IllegalStateException("docs/" + name + " is not in the jar of farcall-http");
      }
      return in.readAllBytes();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String digest(byte[] body) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 22);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing); // every Java platform has it
    }
  }
}
