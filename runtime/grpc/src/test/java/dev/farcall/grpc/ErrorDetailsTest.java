package dev.farcall.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.rpc.ErrorInfo;
import dev.farcall.annotation.Code;
import dev.farcall.call.Channel;
import dev.farcall.call.ErrorDetail;
import dev.farcall.call.Failure;
import dev.farcall.call.Handler;
import dev.farcall.call.Metadata;
import dev.farcall.call.Outcome;
import dev.farcall.call.Response;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A failure and its details, seen by a foreign client and by ours. */
final class ErrorDetailsTest {

  private static Handler<String, String> failing(Failure failure) {
    Channel channel = request -> CompletableFuture.completedFuture(Response.failed(failure));
    return Handler.raw(Echo.ECHO, channel);
  }

  private static Failure failure(int detailBytes, String message) {
    return new Failure(
        Outcome.REFUSED,
        Code.ABORTED,
        message,
        List.of(
            new ErrorDetail("test.Large", new byte[detailBytes]),
            new dev.farcall.call.ErrorInfo("WHY", "test", Map.of()).toDetail()),
        Metadata.of("advice", "wait"),
        null);
  }

  private static StatusRuntimeException seenByGrpcJava(Failure failure) throws Exception {
    try (TestServer server = TestServer.of(failing(failure));
        Raw raw = new Raw(server.port())) {
      return catchThrowableOfType(
          StatusRuntimeException.class, () -> raw.call(Echo.ECHO, new byte[0]));
    }
  }

  @Test
  void detailsAndTrailersArriveAsTheyWere() throws Exception {
    StatusRuntimeException e = seenByGrpcJava(failure(100, "no"));
    assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.ABORTED);
    assertThat(e.getStatus().getDescription()).isEqualTo("no");
    assertThat(StatusProto.fromThrowable(e).getMessage()).isEqualTo("no");
    assertThat(StatusProto.fromThrowable(e).getDetailsList())
        .extracting(any -> any.getTypeUrl())
        .containsExactly(
            "type.googleapis.com/test.Large", "type.googleapis.com/google.rpc.ErrorInfo");
    assertThat(StatusProto.fromThrowable(e).getDetails(1).unpack(ErrorInfo.class).getReason())
        .isEqualTo("WHY");
  }

  @Test
  void detailsTooLargeForHeadersAreDroppedAndTheCodeIsKept() throws Exception {
    StatusRuntimeException e = seenByGrpcJava(failure(64 << 10, "no"));
    assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.ABORTED);
    assertThat(StatusProto.fromThrowable(e).getDetailsList())
        .extracting(any -> any.getTypeUrl())
        .containsExactly("type.googleapis.com/google.rpc.ErrorInfo");
  }

  @Test
  void messageAndDetailsAtTheirLargestStillArriveTogether() throws Exception {
    StatusRuntimeException e = seenByGrpcJava(failure(3_500, "ß".repeat(10_000)));
    assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.ABORTED);
    assertThat(e.getStatus().getDescription()).startsWith("ßßßß");
    assertThat(StatusProto.fromThrowable(e).getDetailsList()).isNotEmpty();
  }

  @Test
  void ourClientReadsCodeMessageDetailsAndTrailers() throws Exception {
    Failure sent = failure(10, "näh: 100 %");
    try (TestServer server = TestServer.of(failing(sent));
        TestClient client = TestClient.plain()) {
      Failure seen =
          TestClient.send(client.wire(server.port()), TestClient.request(Echo.ECHO, "")).failure();
      assertThat(seen.code()).isEqualTo(Code.ABORTED);
      assertThat(seen.outcome()).isEqualTo(Outcome.REFUSED);
      assertThat(seen.message()).isEqualTo("näh: 100 %");
      assertThat(seen.trailers()).isEqualTo(Metadata.of("advice", "wait"));
      assertThat(seen.details())
          .extracting(ErrorDetail::type)
          .containsExactly("test.Large", "google.rpc.ErrorInfo");
    }
  }
}
