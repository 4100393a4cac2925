package dev.farcall.http;

import dev.farcall.annotation.Code;
import dev.farcall.call.CallException;
import dev.farcall.call.Dispatcher;
import dev.farcall.call.Failure;
import dev.farcall.call.Handler;
import dev.farcall.call.Kind;
import dev.farcall.call.Metadata;
import dev.farcall.call.Operation;
import dev.farcall.call.Outcome;
import dev.farcall.call.Payload;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.grpc.Numbers;
import dev.farcall.grpc.Recorder;
import dev.farcall.health.Health;
import dev.farcall.route.Verb;
import dev.farcall.wire.FileSchema;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;

/**
 * A service of raw streams that does what an item's name says: {@code 3} is three elements, {@code
 * 3 unknown} three and then a declared exception, {@code 3 NOT_FOUND} three and then that code,
 * {@code 3 broken} three and then a mistake, {@code 3 silence} three and no end.
 */
final class Streams implements Dispatcher {

  static final Operation<Item, Item> COUNT =
      Operation.of(Kind.SERVER_STREAMING, "test.Streams", "Count", Item.CODEC, Item.CODEC)
          .errors(NoSuchItem.ERROR)
          .routes(
              List.of(
                  new Items.ItemRoute(Verb.GET, "/counts/{name}"),
                  new Items.ItemRoute(Verb.POST, "/counts")))
          .build();

  /** Answers how many there were. */
  static final Operation<Item, Item> COLLECT =
      Operation.of(Kind.CLIENT_STREAMING, "test.Streams", "Collect", Item.CODEC, Item.CODEC)
          .errors(NoSuchItem.ERROR)
          .build();

  /** Answers what it is told. */
  static final Operation<Item, Item> CHAT =
      Operation.of(Kind.BIDI_STREAMING, "test.Streams", "Chat", Item.CODEC, Item.CODEC).build();

  /** Never asks for what it is sent, and answers nothing. */
  static final Operation<Item, Item> LAZY =
      Operation.of(Kind.CLIENT_STREAMING, "test.Streams", "Lazy", Item.CODEC, Item.CODEC).build();

  /** Fails when the first has come. */
  static final Operation<Item, Item> REFUSING =
      Operation.of(Kind.CLIENT_STREAMING, "test.Streams", "Refusing", Item.CODEC, Item.CODEC)
          .build();

  /** Of the first call of {@link #COUNT}. */
  final CompletableFuture<Numbers<Item>> counting = new CompletableFuture<>();

  /** Where calls of {@link #COUNT} came from. */
  final Set<Object> peers = ConcurrentHashMap.newKeySet();

  @Override
  public String service() {
    return "test.Streams";
  }

  @Override
  public List<Handler<?, ?>> handlers() {
    return List.of(
        Handler.raw(COUNT, this::count),
        Handler.raw(COLLECT, this::collect),
        Handler.raw(CHAT, this::chat),
        Handler.raw(LAZY, this::wait),
        Handler.raw(REFUSING, this::refuse));
  }

  @Override
  public FileSchema schema() {
    return Health.schema(); // any: nobody asks for it
  }

  private CompletionStage<Response> count(Request request) {
    peers.add(request.origin().address());
    String[] words = request.payload().value(Item.CODEC).name().split(" ", 2);
    Numbers<Item> numbers =
        new Numbers<>(Item.CODEC, Long.parseLong(words[0]), i -> new Item("n" + i));
    counting.complete(numbers);
    Flow.Publisher<Payload> elements =
        words.length == 1
            ? numbers
            : subscriber -> numbers.subscribe(new Ending(subscriber, words[1]));
    return CompletableFuture.completedFuture(
        Response.streaming(elements, Metadata.of("kind", "stream"), new CompletableFuture<>()));
  }

  static Throwable thrown(String word) {
    return switch (word) {
      case "unknown" -> new NoSuchItem("unknown");
      case "broken" -> new IllegalStateException("a secret");
      default -> new CallException(Code.valueOf(word), "as asked");
    };
  }

  private CompletionStage<Response> collect(Request request) {
    Recorder<Item> recorder = new Recorder<>(Item.CODEC, Long.MAX_VALUE);
    request.payloads().subscribe(recorder);
    return recorder.end.thenApply(
        end ->
            Response.of(
                Payload.of(Item.CODEC, new Item("" + recorder.received.size())),
                Metadata.of("kind", "one")));
  }

  private CompletionStage<Response> wait(Request request) {
    request.payloads().subscribe(new Recorder<>(Item.CODEC, 0));
    return new CompletableFuture<>();
  }

  private CompletionStage<Response> refuse(Request request) {
    CompletableFuture<Response> answer = new CompletableFuture<>();
    request.payloads().subscribe(new FirstRefused(answer));
    return answer;
  }

  private CompletionStage<Response> chat(Request request) {
    return CompletableFuture.completedFuture(
        Response.streaming(request.payloads(), Metadata.EMPTY, new CompletableFuture<Outcome>()));
  }

  private record FirstRefused(CompletableFuture<Response> answer)
      implements Flow.Subscriber<Payload> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(1);
    }

    @Override
    public void onNext(Payload element) {
      answer.complete(
          Response.failed(
              Failure.of(Outcome.REFUSED, Code.FAILED_PRECONDITION, "no more of these")));
    }

    @Override
    public void onError(Throwable error) {}

    @Override
    public void onComplete() {}
  }

  /** Replaces the end. */
  private record Ending(Flow.Subscriber<? super Payload> to, String word)
      implements Flow.Subscriber<Payload> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      to.onSubscribe(subscription);
    }

    @Override
    public void onNext(Payload element) {
      to.onNext(element);
    }

    @Override
    public void onError(Throwable error) {
      to.onError(error);
    }

    @Override
    public void onComplete() {
      if (!word.equals("silence")) {
        to.onError(thrown(word));
      }
    }
  }
}
