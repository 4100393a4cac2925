package dev.farcall.grpc;

import dev.farcall.call.Channel;
import dev.farcall.call.Deadline;
import dev.farcall.call.Failure;
import dev.farcall.call.Format;
import dev.farcall.call.Operation;
import dev.farcall.protocol.GrpcTimeout;
import dev.farcall.protocol.Gzip;
import dev.farcall.protocol.ServerExchange;
import dev.farcall.protocol.ServerWire;
import dev.farcall.protocol.UnreadableException;
import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;

/** A call of grpc-java under one of ours. */
final class GrpcServerCall extends ServerCall.Listener<byte[]> implements ServerWire {

  private final ServerSettings settings;
  private final ServerCall<byte[], byte[]> call;
  private final ServerExchange exchange;

  private GrpcServerCall(
      ServerSettings settings,
      Operation<?, ?> operation,
      Channel channel,
      ServerCall<byte[], byte[]> call,
      ServerExchange.Head head) {
    this.settings = settings;
    this.call = call;
    this.exchange = new ServerExchange(this, operation, channel, head, settings.limits);
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
        call.close(Status.INVALID_ARGUMENT.withDescription(GrpcTimeout.EXPECTED), new Metadata());
        return new ServerCall.Listener<>() {};
      }
      deadline = Deadline.after(nanos, settings.time.now());
    }
    ServerExchange.Head head =
        new ServerExchange.Head(
            MetadataMapping.read(headers), deadline, ConnectionOrigin.of(call), Format.PROTOBUF);
    GrpcServerCall begun = new GrpcServerCall(settings, operation, channel, call, head);
    begun.open();
    return begun;
  }

  /** Without gRPC's context, which calls made from the handler would inherit beside ours. */
  private void open() {
    Context context = Context.ROOT.attach();
    try {
      exchange.open();
    } finally {
      Context.ROOT.detach(context);
    }
  }

  @Override
  public void onMessage(byte[] received) {
    UnreadableException fault = BytesMarshaller.fault(received, settings.limits.maxBytes());
    if (fault != null) {
      exchange.unreadable(fault);
    } else {
      exchange.message(received);
    }
  }

  @Override
  public void onHalfClose() {
    Context context = Context.ROOT.attach();
    try {
      exchange.halfClosed();
    } finally {
      Context.ROOT.detach(context);
    }
  }

  @Override
  public void onCancel() {
    exchange.cancelled();
  }

  @Override
  public void onReady() {
    exchange.ready();
  }

  @Override
  public void request(int messages) {
    call.request(messages);
  }

  @Override
  public boolean isReady() {
    return call.isReady();
  }

  @Override
  public void answer(dev.farcall.call.Metadata headers, byte[] message) {
    begin(headers);
    send(message);
    end();
  }

  @Override
  public void begin(dev.farcall.call.Metadata headers) {
    if (settings.gzip) {
      call.setCompression(Gzip.NAME);
    }
    Metadata sent = new Metadata();
    MetadataMapping.write(headers, sent);
    call.sendHeaders(sent);
  }

  @Override
  public void send(byte[] message) {
    if (settings.gzip) {
      call.setMessageCompression(message.length >= Gzip.MIN_BYTES);
    }
    call.sendMessage(message);
  }

  @Override
  public void end() {
    call.close(Status.OK, new Metadata());
  }

  @Override
  public void fail(Failure failure) {
    call.close(ServerStatus.of(failure), ServerStatus.trailers(failure));
  }
}
