package dev.farcall.http;

import dev.farcall.call.Request;
import dev.farcall.call.Response;
import io.vertx.core.http.HttpClientResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** One message there, one back. */
final class UnaryExchange extends ClientExchange {

  private final CompletableFuture<Response> response = new CompletableFuture<>();

  UnaryExchange(HttpChannel channel, Request request, ClientProtocol.Sent sent) {
    super(channel, request, sent);
  }

  @Override
  CompletionStage<Response> response() {
    return response;
  }

  @Override
  boolean isOver() {
    return response.isDone();
  }

  @Override
  boolean complete(Response result) {
    return response.complete(result);
  }

  @Override
  void read(HttpClientResponse head) {
    new AnswerBody(this, head).collect();
  }
}
