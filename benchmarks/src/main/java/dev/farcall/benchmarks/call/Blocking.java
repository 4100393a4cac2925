package dev.farcall.benchmarks.call;

import dev.farcall.call.Dispatcher;
import dev.farcall.call.Handler;
import dev.farcall.wire.FileSchema;
import java.util.List;

/** The methods of a service that promises not to block, as if they had not promised it. */
public record Blocking(Dispatcher dispatcher) implements Dispatcher {
  @Override
  public String service() {
    return dispatcher.service();
  }

  @Override
  public FileSchema schema() {
    return dispatcher.schema();
  }

  @Override
  public List<Handler<?, ?>> handlers() {
    return dispatcher.handlers().stream().<Handler<?, ?>>map(Blocking::blocking).toList();
  }

  private static <Q, R> Handler<Q, R> blocking(Handler<Q, R> handler) {
    Handler.NonBlocking<Q, R> direct = (Handler.NonBlocking<Q, R>) handler;
    return Handler.blocking(direct.operation(), direct.function());
  }
}
