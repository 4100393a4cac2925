package dev.farcall.grpc;

import dev.farcall.balance.EndpointGroup;
import dev.farcall.time.Time;
import dev.farcall.wire.DecodeException;
import dev.farcall.wire.DecodeLimits;
import dev.farcall.wire.ProtobufReader;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Status;
import io.grpc.Status.Code;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Follows how the peer of one connection is, as {@code grpc.health.v1.Health/Watch} tells (gRFC
 * A17): what it says holds at once. One that does not know the service is well. A stream that ends
 * is begun anew in three seconds or so. Guarded by this.
 */
final class SubchannelHealth {

  private static final int MAX_BYTES = 1_024;
  private static final BytesMarshaller BYTES = new BytesMarshaller(MAX_BYTES);
  private static final DecodeLimits LIMITS = new DecodeLimits(MAX_BYTES, 4, 16);
  private static final MethodDescriptor<byte[], byte[]> WATCH =
      MethodDescriptor.newBuilder(BYTES, BYTES)
          .setType(MethodType.SERVER_STREAMING)
          .setFullMethodName("grpc.health.v1.Health/Watch")
          .build();

  /** Asks for the server as a whole. */
  private static final byte[] WHOLE_SERVER = {};

  private static final int STATUS = 1 << 3;
  private static final int SERVING = 1;
  private static final long PAUSE = Duration.ofSeconds(3).toNanos();

  private final EndpointGroup group;
  private final SubchannelEndpoint endpoint;
  private final Channel channel;
  private @Nullable ClientCall<byte[], byte[]> call;
  private Time.@Nullable Timer timer;
  private boolean closed;

  /**
   * One that has not begun.
   *
   * @param channel to the peer, and to nobody else
   */
  SubchannelHealth(EndpointGroup group, SubchannelEndpoint endpoint, Channel channel) {
    this.group = group;
    this.endpoint = endpoint;
    this.channel = channel;
  }

  void begin() {
    ClientCall<byte[], byte[]> next = channel.newCall(WATCH, CallOptions.DEFAULT);
    synchronized (this) {
      if (closed) {
        return;
      }
      call = next;
    }
    next.start(new Statuses(next), new Metadata());
    next.sendMessage(WHOLE_SERVER);
    next.halfClose();
    next.request(1);
  }

  private final class Statuses extends ClientCall.Listener<byte[]> {
    private final ClientCall<byte[], byte[]> from;

    Statuses(ClientCall<byte[], byte[]> from) {
      this.from = from;
    }

    @Override
    public void onMessage(byte[] message) {
      told(isServing(message));
      from.request(1);
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
      if (status.getCode() == Code.UNIMPLEMENTED) {
        told(true);
      } else {
        later();
      }
    }
  }

  private static boolean isServing(byte[] message) {
    ProtobufReader in = ProtobufReader.of(message, LIMITS);
    int status = 0;
    try {
      for (int tag = in.tag(); tag != 0; tag = in.tag()) {
        if (tag == STATUS) {
          status = in.int32();
        } else {
          in.skip(tag);
        }
      }
    } catch (DecodeException unreadable) {
      return false;
    }
    return status == SERVING;
  }

  private void told(boolean healthy) {
    synchronized (this) {
      if (closed) {
        return;
      }
    }
    group.checked(endpoint, healthy);
  }

  /** Jitter keeps those who ask from asking together. */
  private synchronized void later() {
    Time time = Time.system();
    if (!closed) {
      timer = time.schedule((long) (PAUSE * (0.8 + 0.4 * time.lot())), this::begin);
    }
  }

  /** Nobody says that it is not well any more. */
  void close() {
    ClientCall<byte[], byte[]> open;
    synchronized (this) {
      closed = true;
      open = call;
      if (timer != null) {
        timer.cancel();
      }
    }
    if (open != null) {
      open.cancel("the connection is not followed any more", null);
    }
    group.checked(endpoint, true);
  }
}
