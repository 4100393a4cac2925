package dev.farcall.grpc;

import dev.farcall.call.Cancellation;
import dev.farcall.call.Channel;
import dev.farcall.call.Failure;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.protocol.ServerFault;
import dev.farcall.spi.ServedServices;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Answers a call to what is not served here, behind the server's interceptors. */
final class Unimplemented implements ServerCallHandler<byte[], byte[]> {

  private final Channel channel;
  private final Failure failure;

  Unimplemented(ServedServices served, String path) {
    this.failure = served.unknown(path);
    CompletableFuture<Response> answer =
        CompletableFuture.completedFuture(Response.failed(failure));
    this.channel = served.interceptors().around(call -> answer.copy());
  }

  @Override
  public ServerCall.Listener<byte[]> startCall(ServerCall<byte[], byte[]> call, Metadata headers) {
    Cancellation cancellation = new Cancellation();
    Request request =
        ServedServices.noCall(
            MetadataMapping.read(headers), ConnectionOrigin.of(call), cancellation);
    try {
      var unused =
          channel.send(request).whenComplete((answer, broken) -> close(call, answer, broken));
    } catch (RuntimeException thrown) {
      close(call, null, thrown);
    }
    return new ServerCall.Listener<>() {
      @Override
      public void onCancel() {
        cancellation.cancel(Cancellation.Reason.CALLER);
      }
    };
  }

  private void close(
      ServerCall<byte[], byte[]> call, @Nullable Response answer, @Nullable Throwable broken) {
    Failure found =
        answer == null
            ? ServerFault.log(ServedServices.NO_CALL, "an interceptor failed", broken)
            : answer.failure();
    Failure told = found == null ? failure : found;
    call.close(ServerStatus.of(told), ServerStatus.trailers(told));
  }
}
