package dev.farcall.spi;

import dev.farcall.annotation.Code;
import dev.farcall.call.Cancellation;
import dev.farcall.call.Channel;
import dev.farcall.call.Deadline;
import dev.farcall.call.Failure;
import dev.farcall.call.Layer;
import dev.farcall.call.Metadata;
import dev.farcall.call.Operation;
import dev.farcall.call.Origin;
import dev.farcall.call.Outcome;
import dev.farcall.call.Payload;
import dev.farcall.call.Request;
import dev.farcall.time.Time;
import dev.farcall.wire.DecodeLimits;
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

  private static final Payload NO_BODY = Payload.received(new byte[0], DecodeLimits.DEFAULT);

  /** How much of an unknown path is repeated to the one who asked for it. */
  private static final int MAX_PATH_CHARS = 200;

  public ServedServices {
    methods = List.copyOf(methods);
  }

  /** What interceptors see of a request that is no call: {@link #NO_CALL} with an empty body. */
  public static Request noCall(Metadata metadata, Origin origin, Cancellation cancellation) {
    return Request.of(NO_CALL, NO_BODY, metadata, Deadline.NONE, cancellation).withOrigin(origin);
  }

  /**
   * What a caller is told whose method is none of these.
   *
   * @param path as gRPC has it, {@code package.Service/Method}
   */
  public Failure unknown(String path) {
    int slash = path.lastIndexOf('/');
    String service = slash < 0 ? "" : path.substring(0, slash);
    boolean known = methods.stream().anyMatch(each -> each.operation().service().equals(service));
    String name =
        path.length() <= MAX_PATH_CHARS ? path : path.substring(0, MAX_PATH_CHARS) + "...";
    String reason = known ? "the service has no such method" : "there is no such service here";
    return Failure.of(Outcome.REFUSED, Code.UNIMPLEMENTED, name + ": " + reason);
  }

  /** One method and its answer. */
  public record Method(Operation<?, ?> operation, Channel channel) {}
}
