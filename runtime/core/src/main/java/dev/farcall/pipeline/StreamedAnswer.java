package dev.farcall.pipeline;

import dev.farcall.call.CallException;
import dev.farcall.call.Cancellation.Reason;
import dev.farcall.call.Failure;
import dev.farcall.call.Payload;
import dev.farcall.call.Response;
import dev.farcall.stream.Relay;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Flow;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One subscription to the answers of one call: decodes them as they are asked for, and gives the
 * call up when its subscriber cancels, also before there is an answer.
 */
final class StreamedAnswer<R> implements BiConsumer<@Nullable Response, @Nullable Throwable> {

  private final Inheritance inheritance;
  private final Results<R> results;
  private final String where;
  private final Relay<Payload, R> relay;

  /**
   * @param where for people, the method
   */
  StreamedAnswer(Results<R> results, Inheritance inheritance, String where) {
    this.results = results;
    this.inheritance = inheritance;
    this.where = where;
    this.relay = new Relay<>(results::element, this::exception, this::ended);
  }

  /** What the call takes over. */
  Inheritance inheritance() {
    return inheritance;
  }

  /** Gives this subscriber its subscription; from then on it may cancel. */
  void to(Flow.Subscriber<? super R> subscriber) {
    boolean first = relay.to(subscriber); // it is: this is made for it
    assert first;
  }

  boolean isOver() {
    return relay.isOver();
  }

  /** The stack has answered. */
  @Override
  public void accept(@Nullable Response response, @Nullable Throwable broken) {
    Response answer =
        response != null ? response : Response.failed(Failure.ofBrokenChannel(where, broken));
    if (answer.failure() != null) {
      relay.end(results.exception(answer.failure()));
    } else {
      answer.payloads().subscribe(relay);
    }
  }

  private Throwable exception(Throwable thrown) {
    return thrown instanceof CallException call ? results.exception(call.failure()) : thrown;
  }

  private void ended(@Nullable Throwable thrown) {
    inheritance.detach();
    if (thrown instanceof CancellationException || thrown instanceof IllegalArgumentException) {
      inheritance.cancellation().cancel(Reason.CALLER);
    }
  }
}
