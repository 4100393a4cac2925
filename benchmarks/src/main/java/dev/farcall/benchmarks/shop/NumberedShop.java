package dev.farcall.benchmarks.shop;

import dev.farcall.benchmarks.codec.OrderCodec;
import dev.farcall.call.Caller;
import dev.farcall.call.Dispatcher;
import dev.farcall.call.Handler;
import dev.farcall.call.Operation;
import dev.farcall.call.Peer;
import dev.farcall.wire.FileSchema;
import java.util.List;

/**
 * The shop under a name of its own: one of as many services as one likes. It does what generated
 * code does, but that the classes are those of the one shop.
 */
public final class NumberedShop implements Dispatcher {

  private final ShopDispatcher shop = new ShopDispatcher(new LocalShop());
  private final String service;
  private final List<Handler<?, ?>> handlers;

  public NumberedShop(int number) {
    service = name(number);
    handlers = shop.handlers().stream().<Handler<?, ?>>map(this::named).toList();
  }

  @Override
  public String service() {
    return service;
  }

  @Override
  public FileSchema schema() {
    return shop.schema();
  }

  @Override
  public List<Handler<?, ?>> handlers() {
    return handlers;
  }

  private static String name(int number) {
    return "farcall.benchmarks.scale.v1.Shop" + number;
  }

  private <Q, R> Handler<Q, R> named(Handler<Q, R> handler) {
    Operation<Q, R> operation = handler.operation();
    return Handler.nonBlocking(
        Operation.unary(service, operation.method(), operation.request(), operation.response())
            .build(),
        ((Handler.NonBlocking<Q, R>) handler).function());
  }

  /** Its client, of all its methods. */
  public static final class Client {

    private final Caller<ShopEchoRequest, String> echo;

    /** Makes it. */
    public Client(Peer peer, int number) {
      String service = name(number);
      echo =
          peer.bind(
              Operation.unary(
                      service,
                      "Echo",
                      ShopEchoRequestCodec.INSTANCE,
                      ShopEchoResponseCodec.INSTANCE)
                  .build());
      peer.bind(
          Operation.unary(service, "PlaceOrder", OrderCodec.INSTANCE, OrderCodec.INSTANCE).build());
      peer.bind(
          Operation.unary(service, "GetUser", ShopGetUserRequestCodec.INSTANCE, UserCodec.INSTANCE)
              .build());
    }

    public String echo(String text) {
      return echo.call(new ShopEchoRequest(text));
    }
  }
}
