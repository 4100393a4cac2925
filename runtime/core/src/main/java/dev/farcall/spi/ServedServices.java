package dev.farcall.spi;

import dev.farcall.call.Channel;
import dev.farcall.call.Layer;
import dev.farcall.call.Operation;
import dev.farcall.time.Time;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a listener offers: each method with the channel that answers it, behind the server's whole
 * stack. Health and reflection are among them.
 *
 * @param methods all methods of all services
 * @param interceptors those of the server; the methods' channels have them already, the listener
 *     puts them around its own answer to what is no call
 * @param health how the server is, for probes that are no calls
 * @param openApi reads the OpenAPI documents of the services that have routes, in their order
 * @param maxMessageBytes of one message each way, after decompression
 * @param time the clock and timer
 */
public record ServedServices(
    List<Method> methods,
    Layer interceptors,
    HealthState health,
    Supplier<List<String>> openApi,
    int maxMessageBytes,
    Time time) {

  /**
   * What interceptors see as the operation of a request that is no call: one to an unknown path,
   * say. Not among the {@link #methods()}.
   */
  public static final Operation<?, ?> NO_CALL =
      Operation.unary("farcall", "NoCall", NoMessage.CODEC, NoMessage.CODEC).build();

  public ServedServices {
    methods = List.copyOf(methods);
  }

  /** One method and its answer. */
  public record Method(Operation<?, ?> operation, Channel channel) {}
}
