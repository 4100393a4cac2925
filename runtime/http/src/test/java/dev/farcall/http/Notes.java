package dev.farcall.http;

import static dev.farcall.route.Verb.DELETE;
import static dev.farcall.route.Verb.GET;
import static dev.farcall.route.Verb.POST;

import dev.farcall.annotation.Code;
import dev.farcall.call.CallContext;
import dev.farcall.call.CallException;
import dev.farcall.call.Dispatcher;
import dev.farcall.call.Handler;
import dev.farcall.call.Operation;
import dev.farcall.call.Origin;
import dev.farcall.health.Health;
import dev.farcall.spi.EventLoopThread;
import dev.farcall.wire.FileSchema;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A service with handlers by hand, which does what the id of a note says. */
final class Notes implements Dispatcher {

  private static final Operation<Note, Note> ECHO =
      Operation.unary("test.Notes", "Echo", NoteCodec.INSTANCE, NoteCodec.INSTANCE)
          .safe()
          .routes(
              List.of(
                  NoteRoutes.inPath(GET, "/notes/{id}", 200, true),
                  NoteRoutes.inBody(POST, "/notes", 201)))
          .build();

  private static final Operation<Note, Note> DROP =
      Operation.unary("test.Notes", "Drop", NoteCodec.INSTANCE, NoteCodec.INSTANCE)
          .routes(List.of(NoteRoutes.inPath(DELETE, "/notes/{id}", 204, false)))
          .build();

  private static final Operation<Note, Note> WAIT =
      Operation.unary("test.Notes", "Wait", NoteCodec.INSTANCE, NoteCodec.INSTANCE)
          .routes(List.of(NoteRoutes.inPath(GET, "/waiting/{id}", 200, true)))
          .build();

  private static final Operation<Note, Note> THREAD =
      Operation.unary("test.Notes", "Thread", NoteCodec.INSTANCE, NoteCodec.INSTANCE)
          .routes(List.of(NoteRoutes.inPath(GET, "/threads/{id}", 200, true)))
          .build();

  final CountDownLatch waiting = new CountDownLatch(1);
  final CountDownLatch cancelled = new CountDownLatch(1);
  final CompletableFuture<Note> answer = new CompletableFuture<>();
  volatile @Nullable Origin origin;
  volatile @Nullable String tenant;
  volatile List<String> tenants = List.of();

  @Override
  public String service() {
    return "test.Notes";
  }

  @Override
  public List<Handler<?, ?>> handlers() {
    return List.of(
        Handler.blocking(ECHO, this::echo),
        Handler.blocking(DROP, this::echo),
        Handler.async(WAIT, this::wait),
        Handler.nonBlocking(
            THREAD,
            (note, context) ->
                new Note(
                    note.id(), "loop", Thread.currentThread() instanceof EventLoopThread ? 1 : 0)));
  }

  @Override
  public FileSchema schema() {
    return Health.schema(); // any: nobody asks for it
  }

  private Note echo(Note note, CallContext context) {
    origin = context.origin();
    tenant = context.metadata().get("x-tenant");
    tenants = context.metadata().all("x-tenant");
    return switch (note.id()) {
      case "unknown" -> throw new CallException(Code.NOT_FOUND, "no note of this name");
      case "broken" -> throw new IllegalStateException("secret of " + getClass().getName());
      case "long" -> new Note("long", "x".repeat(100_000), 0);
      default -> note;
    };
  }

  private CompletionStage<Note> wait(Note note, CallContext context) {
    var unused = context.cancellation().onCancel(reason -> cancelled.countDown());
    waiting.countDown();
    return answer.copy(); // which may be cancelled
  }
}
