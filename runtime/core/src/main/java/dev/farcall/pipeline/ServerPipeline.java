package dev.farcall.pipeline;

import dev.farcall.call.Channel;
import dev.farcall.call.Handler;
import dev.farcall.call.Layer;
import dev.farcall.policy.TimeoutPolicy;
import dev.farcall.resilience.Timeouts;
import dev.farcall.server.Answering;
import dev.farcall.spi.Interceptor;
import dev.farcall.spi.ServedServices;
import dev.farcall.time.Time;
import java.util.List;

/** The server's stack. */
public final class ServerPipeline {

  private ServerPipeline() {}

  /** The interceptors as one layer, the first outermost. */
  public static Layer interceptors(List<Interceptor> interceptors) {
    return Layer.of(interceptors.stream().map(ServerPipeline::layer).toArray(Layer[]::new));
  }

  private static Layer layer(Interceptor interceptor) {
    return next -> new Intercepted(interceptor, next);
  }

  /** The stack around each of the handlers, outermost first: interceptors, deadline, answer. */
  public static List<ServedServices.Method> methods(
      List<? extends Handler<?, ?>> handlers, Layer interceptors, Answering answering, Time time) {
    Layer layers = Layer.of(interceptors, Timeouts.total(TimeoutPolicy.NONE, null, time));
    return handlers.stream()
        .map(handler -> method(handler, layers.around(answering.by(handler))))
        .toList();
  }

  private static ServedServices.Method method(Handler<?, ?> handler, Channel channel) {
    return new ServedServices.Method(handler.operation(), channel);
  }
}
