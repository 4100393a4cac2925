package dev.farcall.benchmarks.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.farcall.benchmarks.codec.SampleOrder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** What is asked of each server, and what it must answer. */
enum Asked {
  USER("GET", "/users/u-1024", "", json(User.of("u-1024"))),
  ORDER("POST", "/orders", json(SampleOrder.ORDER), json(SampleOrder.ORDER));

  private final String method;
  private final String path;
  private final String body;
  private final String answer;

  Asked(String method, String path, String body, String answer) {
    this.method = method;
    this.path = path;
    this.body = body;
    this.answer = answer;
  }

  /** As in {@code POST /orders, 1290 bytes}. */
  String title() {
    return method + " " + path + ", " + answer.length() + " bytes";
  }

  /** The request of HTTP/1.1, whole; the connection stays open. */
  byte[] bytes(int port) {
    String head =
        method
            + " "
            + path
            + " HTTP/1.1\r\nhost: 127.0.0.1:"
            + port
            + "\r\naccept: application/json\r\n";
    String entity =
        body.isEmpty()
            ? ""
            : "content-type: application/json\r\ncontent-length: " + body.length() + "\r\n";
    return (head + entity + "\r\n" + body).getBytes(StandardCharsets.US_ASCII);
  }

  /** Asks once and reads the answer as a tree, since the order of names is the server's choice. */
  void check(ServerProcess server) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .header("accept", "application/json")
            .header("content-type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    JsonNode expected = Json.MAPPER.readTree(answer);
    if (response.statusCode() != 200 || !Json.MAPPER.readTree(response.body()).equals(expected)) {
      throw new IOException(
          server.server()
              + " answered "
              + response.statusCode()
              + " "
              + response.body()
              + " (expected: 200 "
              + answer
              + ")");
    }
  }

  private static String json(Object value) {
    try {
      return Json.MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
