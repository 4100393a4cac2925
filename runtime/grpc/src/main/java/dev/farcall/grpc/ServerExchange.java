package dev.farcall.grpc;

import static dev.farcall.annotation.Code.INVALID_ARGUMENT;
import static dev.farcall.annotation.Code.RESOURCE_EXHAUSTED;

import dev.farcall.annotation.Code;
import dev.farcall.call.CallException;
import dev.farcall.call.Cancellation;
import dev.farcall.call.Channel;
import dev.farcall.call.Deadline;
import dev.farcall.call.Failure;
import dev.farcall.call.Operation;
import dev.farcall.call.Outcome;
import dev.farcall.call.Payload;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One call on the server. The answer ends it, or a fault in the request, whichever is first; the
 * client's cancellation ends it without a word. Deadlines are the business of the channel.
 */
final class ServerExchange extends ServerCall.Listener<byte[]>
    implements Inbound.Source, Outbound.Sink {

  private final ServerSettings settings;
  private final Operation<?, ?> operation;
  private final Channel channel;
  private final ServerCall<byte[], byte[]> call;
  private final dev.farcall.call.Metadata metadata;
  private final Deadline deadline;
  private final Cancellation cancellation = new Cancellation();
  private final AtomicBoolean ended = new AtomicBoolean();
  private final @Nullable Inbound inbound;

  private byte @Nullable [] message; // Of the event loop.
  private volatile @Nullable Outbound outbound;

  private ServerExchange(
      ServerSettings settings,
      Operation<?, ?> operation,
      Channel channel,
      ServerCall<byte[], byte[]> call,
      Metadata headers,
      Deadline deadline) {
    this.settings = settings;
    this.operation = operation;
    this.channel = channel;
    this.call = call;
    this.metadata = MetadataMapping.read(headers);
    this.deadline = deadline;
    this.inbound = operation.kind().requestStream() ? new Inbound(this, 0) : null;
  }

  static ServerCall.Listener<byte[]> begin(
      ServerSettings settings,
      Operation<?, ?> operation,
      Channel channel,
      ServerCall<byte[], byte[]> call,
      Metadata headers) {
    Deadline deadline = Deadline.NONE;
    String timeout = headers.get(TimeoutHandover.KEY);
    if (timeout != null) {
      long nanos = GrpcTimeout.decode(timeout);
      if (nanos == GrpcTimeout.MALFORMED) {
        call.close(
            Status.INVALID_ARGUMENT.withDescription(
                "grpc-timeout is malformed (expected: up to eight digits and one of n u m S M H)"),
            new Metadata());
        return new ServerCall.Listener<>() {};
      }
      deadline = Deadline.after(nanos, settings.time.now());
    }
    ServerExchange exchange =
        new ServerExchange(settings, operation, channel, call, headers, deadline);
    exchange.open();
    return exchange;
  }

  private void open() {
    Inbound stream = inbound;
    if (stream == null) {
      call.request(2); // A second one would be a fault; it shall be seen.
    } else {
      dispatch(Request.streaming(operation, stream, metadata, deadline, cancellation));
    }
  }

  @Override
  public void onMessage(byte[] received) {
    if (received == BytesMarshaller.TOO_LARGE) {
      refuse(RESOURCE_EXHAUSTED, tooLarge("the request"));
    } else if (received == BytesMarshaller.UNREADABLE) {
      refuse(INVALID_ARGUMENT, "the request cannot be decompressed");
    } else if (inbound != null) {
      inbound.next(Payload.received(received, settings.limits));
    } else if (message != null) {
      refuse(INVALID_ARGUMENT, "more than one request message (expected: one)");
    } else {
      message = received;
    }
  }

  @Override
  public void onHalfClose() {
    if (ended.get()) {
      return;
    }
    byte[] received = message;
    if (inbound != null) {
      inbound.end(null);
    } else if (received == null) {
      refuse(INVALID_ARGUMENT, "no request message (expected: one)");
    } else {
      Payload payload = Payload.received(received, settings.limits);
      dispatch(Request.of(operation, payload, metadata, deadline, cancellation));
    }
  }

  @Override
  public void onCancel() {
    if (ended.compareAndSet(false, true)) {
      release();
      cancellation.cancel(Cancellation.Reason.CALLER);
    }
  }

  @Override
  public void onReady() {
    Outbound out = outbound;
    if (out != null) {
      out.ready();
    }
  }

  /** Without gRPC's context, which calls made from the handler would inherit beside ours. */
  private void dispatch(Request request) {
    Context context = Context.ROOT.attach();
    try {
      CompletionStage<Response> stage = channel.send(request.withOrigin(ConnectionOrigin.of(call)));
      if (stage instanceof CompletableFuture<Response> future
          && future.isDone()
          && !future.isCompletedExceptionally()) {
        answer(future.join());
        return;
      }
      stage.whenComplete(this::completed);
    } catch (RuntimeException e) {
      end(ServerFault.log(operation, "a channel threw", e));
    } finally {
      Context.ROOT.detach(context);
    }
  }

  private void completed(@Nullable Response response, @Nullable Throwable fault) {
    if (response != null) {
      answer(response);
    } else {
      end(ServerFault.log(operation, "a channel failed", new IllegalStateException(fault)));
    }
  }

  private void answer(Response response) {
    Failure failure = response.failure();
    if (failure != null) {
      end(failure);
    } else if (operation.kind().responseStream()) {
      answerStream(response);
    } else {
      answerOne(response);
    }
  }

  private void answerOne(Response response) {
    byte[] body;
    try {
      body = encode(response.payload());
    } catch (RuntimeException e) {
      end(unsendable(e));
      return;
    }
    if (!ended.compareAndSet(false, true)) {
      return;
    }
    sendHeaders(response);
    compress(body);
    call.sendMessage(body);
    call.close(Status.OK, new Metadata());
  }

  private void answerStream(Response response) {
    synchronized (call) {
      if (ended.get()) {
        return;
      }
      sendHeaders(response);
    }
    Outbound out = new Outbound(this);
    outbound = out;
    response.payloads().subscribe(out);
    if (ended.get()) {
      out.stop();
    }
  }

  private void sendHeaders(Response response) {
    if (settings.gzip) {
      call.setCompression("gzip");
    }
    Metadata headers = new Metadata();
    MetadataMapping.write(response.headers(), headers);
    call.sendHeaders(headers);
  }

  private void compress(byte[] body) {
    if (settings.gzip) {
      call.setMessageCompression(body.length >= GrpcTransport.MIN_GZIP_BYTES);
    }
  }

  private byte[] encode(Payload payload) {
    byte[] body = payload.bytes();
    if (body.length > settings.maxMessageBytes) {
      throw new CallException(RESOURCE_EXHAUSTED, tooLarge("the answer"));
    }
    return body;
  }

  private Failure unsendable(Throwable fault) {
    return fault instanceof CallException known
        ? known.failure()
        : ServerFault.log(operation, "the answer cannot be sent", fault);
  }

  private String tooLarge(String what) {
    return what + " is over the limit of " + settings.maxMessageBytes + " bytes";
  }

  private static Failure failure(Code code, String message) {
    return Failure.of(Outcome.of(code, false), code, message);
  }

  /** The request itself is at fault. */
  private void refuse(Code code, String message) {
    if (end(failure(code, message))) {
      cancellation.cancel(Cancellation.Reason.CALLER);
    }
  }

  private boolean end(Failure failure) {
    // A stream's elements may come from another thread than a fault; gRPC wants one at a time.
    synchronized (call) {
      if (!ended.compareAndSet(false, true)) {
        return false;
      }
      call.close(ServerStatus.of(failure), ServerStatus.trailers(failure));
    }
    release();
    return true;
  }

  /** Lets go of streams. */
  private void release() {
    Outbound out = outbound;
    if (out != null) {
      out.stop();
    }
    if (inbound != null) {
      Cancellation.Reason gone = Cancellation.Reason.CALLER;
      inbound.end(CallException.of(Failure.givenUp(gone, operation.path())));
    }
  }

  @Override
  public void request(int elements) {
    call.request(elements);
  }

  /** The handler wants no more of the request; its answer may still come. */
  @Override
  public void cancel() {}

  @Override
  public boolean isReady() {
    return call.isReady();
  }

  @Override
  public void send(Payload element) {
    byte[] body = encode(element);
    synchronized (call) {
      if (!ended.get()) {
        compress(body);
        call.sendMessage(body);
      }
    }
  }

  @Override
  public void end() {
    synchronized (call) {
      if (ended.compareAndSet(false, true)) {
        call.close(Status.OK, new Metadata());
      }
    }
    release();
  }

  @Override
  public void fail(Throwable error) {
    end(unsendable(error));
  }
}
