package acme;

import dev.farcall.annotation.Header;
import dev.farcall.annotation.Remote;
import dev.farcall.call.CallContext;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

@Remote
public interface OrderService {
  Flow.Publisher<String> watch(
      String name,
      // error: [FAR204] OrderService.watch: Flow.Publisher<String> must be the only parameter of a client-streaming method (CallContext and @Header parameters are allowed).
      Flow.Publisher<String> ticks);

  void zip(
      // error: [FAR204] OrderService.zip: Stream<String> must be the only parameter of a client-streaming method (CallContext and @Header parameters are allowed).
      Stream<String> some,
      // error: [FAR204] OrderService.zip: Flow.Publisher<Integer> must be the only parameter of a client-streaming method (CallContext and @Header parameters are allowed).
      Flow.Publisher<Integer> others);

  void allowed(@Header("x-tenant") String tenant, Stream<String> ticks, CallContext context);
}
