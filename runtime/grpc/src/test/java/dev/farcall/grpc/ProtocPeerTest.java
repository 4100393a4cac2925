package dev.farcall.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farcall.annotation.Code;
import dev.farcall.call.CallException;
import dev.farcall.call.Channel;
import dev.farcall.call.Handler;
import dev.farcall.call.Metadata;
import dev.farcall.call.Outcome;
import dev.farcall.call.Response;
import dev.farcall.grpc.Echo.Repeat;
import dev.farcall.testing.v1.EchoRepeatedlyRequest;
import dev.farcall.testing.v1.EchoRepeatedlyResponse;
import dev.farcall.testing.v1.EchoRequest;
import dev.farcall.testing.v1.EchoResponse;
import dev.farcall.testing.v1.EchoServiceGrpc;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The stubs that protoc makes, on either side of ours. */
@Timeout(60)
final class ProtocPeerTest {

  private static final Channel REPEAT =
      request -> {
        Repeat asked = request.payload().value(Echo.REPEATEDLY.request());
        return CompletableFuture.completedFuture(
            Response.streaming(
                new Numbers<>(
                    Echo.REPEATEDLY.response(),
                    asked.number(),
                    i -> new Repeat(asked.message(), (int) i)),
                Metadata.EMPTY,
                new CompletableFuture<Outcome>()));
      };

  @Test
  void stubOfProtocCallsOurServer() throws Exception {
    Handler<String, String> echo =
        Handler.blocking(
            Echo.ECHO,
            (text, context) -> {
              if (text.isEmpty()) {
                throw new Echo.Refused("nothing");
              }
              return text;
            });
    try (TestServer server = TestServer.of(echo, Handler.raw(Echo.REPEATEDLY, REPEAT));
        Raw raw = new Raw(server.port())) {
      EchoServiceGrpc.EchoServiceBlockingStub stub =
          EchoServiceGrpc.newBlockingStub(raw.channel()).withDeadlineAfter(30, TimeUnit.SECONDS);
      EchoRequest hello = EchoRequest.newBuilder().setMessage("hé").build();
      assertThat(stub.echo(hello).getMessage()).isEqualTo("hé");
      assertThatThrownBy(() -> stub.echo(EchoRequest.getDefaultInstance()))
          .isInstanceOfSatisfying(
              StatusRuntimeException.class,
              e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND));
      List<Integer> numbers = new ArrayList<>();
      stub.echoRepeatedly(EchoRepeatedlyRequest.newBuilder().setMessage("m").setTimes(300).build())
          .forEachRemaining(element -> numbers.add(element.getIndex()));
      assertThat(numbers).hasSize(300).isSorted();
    }
  }

  @Test
  void ourClientCallsAServerOfProtoc() throws Exception {
    Server server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addService(new ProtocEcho())
            .build()
            .start();
    try (TestClient client = TestClient.gzip()) {
      String text = "é".repeat(50_000);
      assertThat(client.caller(server.getPort(), Echo.ECHO).call(text)).isEqualTo(text);
      assertThatThrownBy(() -> client.caller(server.getPort(), Echo.ECHO).call("refuse"))
          .isInstanceOfSatisfying(
              CallException.class,
              e -> {
                assertThat(e.code()).isEqualTo(Code.PERMISSION_DENIED);
                assertThat(e.detailMessage()).isEqualTo("not you");
                assertThat(e.metadata().get("hint")).isEqualTo("ask");
              });
      Response response =
          TestClient.send(
              client.wire(server.getPort()),
              TestClient.request(Echo.REPEATEDLY, new Repeat("m", 300)));
      Recorder<Repeat> recorder = new Recorder<>(Echo.REPEATEDLY.response(), Long.MAX_VALUE);
      response.payloads().subscribe(recorder);
      recorder.awaitEnd();
      assertThat(recorder.received).hasSize(300).extracting(Repeat::number).isSorted();
    } finally {
      server.shutdownNow();
    }
  }

  @Test
  void serverOfProtocThatDoesNotKnowTheMethodSaysSo() throws IOException {
    Server server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .build()
            .start();
    try (TestClient client = TestClient.plain()) {
      assertThatThrownBy(() -> client.caller(server.getPort(), Echo.ECHO).call(""))
          .isInstanceOfSatisfying(
              CallException.class,
              e -> {
                assertThat(e.code()).isEqualTo(Code.UNIMPLEMENTED);
                assertThat(e.outcome()).isEqualTo(Outcome.CONTRACT_MISMATCH);
              });
    } finally {
      server.shutdownNow();
    }
  }

  private static final class ProtocEcho extends EchoServiceGrpc.EchoServiceImplBase {
    @Override
    public void echo(EchoRequest request, StreamObserver<EchoResponse> observer) {
      if (request.getMessage().equals("refuse")) {
        io.grpc.Metadata trailers = new io.grpc.Metadata();
        trailers.put(
            io.grpc.Metadata.Key.of("hint", io.grpc.Metadata.ASCII_STRING_MARSHALLER), "ask");
        observer.onError(
            Status.PERMISSION_DENIED.withDescription("not you").asRuntimeException(trailers));
        return;
      }
      observer.onNext(EchoResponse.newBuilder().setMessage(request.getMessage()).build());
      observer.onCompleted();
    }

    @Override
    public void echoRepeatedly(
        EchoRepeatedlyRequest request, StreamObserver<EchoRepeatedlyResponse> observer) {
      for (int i = 0; i < request.getTimes(); i++) {
        observer.onNext(
            EchoRepeatedlyResponse.newBuilder()
                .setMessage(request.getMessage())
                .setIndex(i)
                .build());
      }
      observer.onCompleted();
    }
  }
}
