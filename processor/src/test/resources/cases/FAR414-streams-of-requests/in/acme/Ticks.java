package acme;

import dev.farcall.annotation.Get;
import dev.farcall.annotation.Post;
import dev.farcall.annotation.Put;
import dev.farcall.annotation.Remote;
import dev.farcall.annotation.Status;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

@Remote
public interface Ticks {
  // error: [FAR414] @Post on Ticks.push: a stream of requests has no form in REST. Remove the path: it is called over gRPC and Connect.
  @Post("/ticks")
  void push(Stream<String> ticks);

  // error: [FAR414] @Put on Ticks.chat: a stream of requests has no form in REST. Remove the path: it is called over gRPC and Connect.
  @Put("/ticks")
  Flow.Publisher<String> chat(Flow.Publisher<String> ticks);

  @Get("/ticks")
  // error: [FAR211] @Status on Ticks.watch has no effect: a stream begins with 200, before it is known how it ends. Remove it.
  @Status(201)
  Flow.Publisher<String> watch();
}
