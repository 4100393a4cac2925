package dev.farcall.intercept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.annotation.Code;
import dev.farcall.annotation.Mode;
import dev.farcall.call.Failure;
import dev.farcall.call.Metadata;
import dev.farcall.call.Payload;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.fixture.Await;
import dev.farcall.fixture.TextCodec;
import dev.farcall.policy.ConcurrencyLimitPolicy;
import dev.farcall.time.ManualTime;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ServerConcurrencyLimitTest {

  @Test
  void a_call_too_many_is_refused_until_another_ends() throws Exception {
    ServerConcurrencyLimit limit =
        new ServerConcurrencyLimit(
            new ConcurrencyLimitPolicy(1, 1, 1, Mode.ENFORCE), new ManualTime());
    Request request = Requests.from("10.0.0.7");
    CompletableFuture<Response> first = new CompletableFuture<>();
    limit.intercept(request, asked -> first);
    Failure refused = Await.get(limit.intercept(request, Requests::answer)).failure();
    assertThat(refused).isNotNull();
    assertThat(refused.code()).isEqualTo(Code.RESOURCE_EXHAUSTED);
    first.complete(Response.of(Payload.of(TextCodec.TEXT, "a"), Metadata.EMPTY));
    assertThat(Await.get(limit.intercept(request, Requests::answer)).failure()).isNull();
    assertThat(limit.limiter().metrics().rejected()).isEqualTo(1);
  }
}
