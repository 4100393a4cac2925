package dev.farcall.http;

import dev.farcall.annotation.Code;
import dev.farcall.call.CallContext;
import dev.farcall.call.CallException;
import dev.farcall.call.Dispatcher;
import dev.farcall.call.Handler;
import dev.farcall.call.Operation;
import dev.farcall.health.Health;
import dev.farcall.route.Route;
import dev.farcall.route.RouteReader;
import dev.farcall.route.RouteWriter;
import dev.farcall.route.Verb;
import dev.farcall.wire.FileSchema;
import dev.farcall.wire.JsonReader;
import dev.farcall.wire.JsonWriter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A service by hand that does what an item's name says; the name {@code nothing} is no result. */
final class Items implements Dispatcher {

  static final Operation<Item, Item> FIND =
      Operation.unary("test.Items", "Find", Item.CODEC, Item.CODEC)
          .safe()
          .policies("retry.max-attempts", "1") // tests of a wire ask how one attempt ends
          .errors(NoSuchItem.ERROR)
          .routes(List.of(new ItemRoute(Verb.GET, "/items/{name}")))
          .build();

  static final Operation<Item, Item> ADD =
      Operation.unary("test.Items", "Add", Item.CODEC, Item.CODEC)
          .errors(NoSuchItem.ERROR)
          .routes(List.of(new ItemRoute(Verb.POST, "/items")))
          .build();

  static final Operation<Item, Item> WAIT =
      Operation.unary("test.Items", "Wait", Item.CODEC, Item.CODEC)
          .routes(List.of(new ItemRoute(Verb.GET, "/waiting/{name}")))
          .build();

  /** Has no route. */
  static final Operation<Item, Item> HIDDEN =
      Operation.unary("test.Items", "Hidden", Item.CODEC, Item.CODEC).build();

  final CountDownLatch waiting = new CountDownLatch(1);
  final CountDownLatch cancelled = new CountDownLatch(1);
  volatile @Nullable CallContext seen;

  @Override
  public String service() {
    return "test.Items";
  }

  @Override
  public List<Handler<?, ?>> handlers() {
    return List.of(
        Handler.blocking(FIND, this::answer),
        Handler.blocking(ADD, this::answer),
        Handler.blocking(HIDDEN, this::answer),
        Handler.async(WAIT, this::wait));
  }

  @Override
  public FileSchema schema() {
    return Health.schema(); // any: nobody asks for it
  }

  private Item answer(Item item, CallContext context) throws NoSuchItem {
    seen = context;
    return switch (item.name()) {
      case "unknown" -> throw new NoSuchItem("unknown");
      case "taken" -> throw new CallException(Code.ALREADY_EXISTS, "taken already");
      case "broken" -> throw new IllegalStateException("a secret");
      case "long" -> new Item("x".repeat(300_000));
      default -> {
        if (item.name().startsWith("code ")) {
          throw new CallException(Code.valueOf(item.name().substring(5)), "as asked");
        }
        yield item;
      }
    };
  }

  private CompletionStage<Item> wait(Item item, CallContext context) {
    var unused = context.cancellation().onCancel(reason -> cancelled.countDown());
    waiting.countDown();
    return new CompletableFuture<>();
  }

  /** Of an item whose name is the path's variable, or which is the body. */
  static final class ItemRoute extends Route<Item, Item> {
    private final boolean inPath;

    ItemRoute(Verb verb, String template) {
      super(verb, template, 200);
      this.inPath = verb == Verb.GET;
    }

    @Override
    public void write(Item request, RouteWriter out) {
      if (inPath) {
        out.path(request.name());
      } else {
        out.body(Item.CODEC, request);
      }
    }

    @Override
    protected Item readRequest(RouteReader in) {
      return inPath ? new Item(in.path(0)) : in.body(Item.CODEC);
    }

    @Override
    public boolean writeResult(Item result, JsonWriter out) {
      if (result.name().equals("nothing")) {
        return false;
      }
      out.message(result, Item.CODEC);
      return true;
    }

    @Override
    public Item readResult(JsonReader in) {
      return in.message(Item.CODEC);
    }

    @Override
    public Item absentResult() {
      return new Item("nothing");
    }
  }
}
