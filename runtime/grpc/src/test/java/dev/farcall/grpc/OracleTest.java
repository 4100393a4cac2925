package dev.farcall.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farcall.Farcall;
import dev.farcall.Server;
import dev.farcall.call.Dispatcher;
import dev.farcall.call.Handler;
import dev.farcall.testing.v1.EchoServiceGrpc;
import dev.farcall.wire.FileSchema;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.reflection.v1.ServiceResponse;
import io.grpc.stub.StreamObserver;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Health and reflection of ours, asked by gRPC's own stubs and held against gRPC's own services.
 */
@Timeout(60)
final class OracleTest {

  private Server server;
  private Raw ours;
  private io.grpc.Server oracle;
  private Raw theirs;

  @BeforeEach
  void start() throws Exception {
    server =
        Farcall.server()
            .listen(TestListeners.ofEngine().plain())
            .serve(new EchoDispatcher())
            .start();
    ours = new Raw(server.port());
    oracle =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addService(new EchoServiceGrpc.EchoServiceImplBase() {})
            .addService(ProtoReflectionServiceV1.newInstance())
            .build()
            .start();
    theirs = new Raw(oracle.getPort());
  }

  @AfterEach
  void stop() {
    ours.close();
    theirs.close();
    oracle.shutdownNow();
    server.close();
  }

  private HealthGrpc.HealthBlockingStub health() {
    return HealthGrpc.newBlockingStub(ours.channel()).withDeadlineAfter(30, TimeUnit.SECONDS);
  }

  private static HealthCheckRequest service(String name) {
    return HealthCheckRequest.newBuilder().setService(name).build();
  }

  @Test
  void healthOfServerAndServicesIsTold() {
    assertThat(health().check(service("")).getStatus()).isEqualTo(ServingStatus.SERVING);
    assertThat(health().check(service(Echo.SERVICE)).getStatus()).isEqualTo(ServingStatus.SERVING);
    assertThatThrownBy(() -> health().check(service("no.Such")))
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND));
  }

  @Test
  void watcherOfHealthIsToldWhenTheServerStops() {
    Iterator<HealthCheckResponse> watch = health().watch(service(Echo.SERVICE));
    assertThat(watch.next().getStatus()).isEqualTo(ServingStatus.SERVING);
    Thread stopping = new Thread(() -> server.stop(Duration.ofSeconds(20)));
    stopping.start();
    assertThat(watch.next().getStatus()).isEqualTo(ServingStatus.NOT_SERVING);
  }

  @Test
  void reflectionListsTheServices() throws Exception {
    ServerReflectionRequest list = ServerReflectionRequest.newBuilder().setListServices("").build();
    assertThat(ask(ours, list).getListServicesResponse().getServiceList())
        .extracting(ServiceResponse::getName)
        .contains(Echo.SERVICE, "grpc.health.v1.Health", "grpc.reflection.v1.ServerReflection");
  }

  @Test
  void reflectionAnswersAsGrpcJavaDoes() throws Exception {
    List<ServerReflectionRequest> questions =
        List.of(
            request().setFileByFilename("farcall/testing/v1/echo.proto").build(),
            request().setFileContainingSymbol(Echo.SERVICE).build(),
            request().setFileContainingSymbol(Echo.SERVICE + ".Echo").build(),
            request().setFileContainingSymbol("farcall.testing.v1.EchoRequest").build());
    for (ServerReflectionRequest question : questions) {
      ServerReflectionResponse answer = ask(ours, question);
      assertThat(answer.getFileDescriptorResponse().getFileDescriptorProtoCount())
          .as(question.toString())
          .isPositive();
      assertThat(answer).isEqualTo(ask(theirs, question));
    }
  }

  @Test
  void reflectionRefusesWhatGrpcJavaRefuses() throws Exception {
    List<ServerReflectionRequest> questions =
        List.of(
            request().setFileByFilename("no/such.proto").build(),
            request().setFileContainingSymbol("no.Such").build(),
            request().setAllExtensionNumbersOfType("no.Such").build());
    for (ServerReflectionRequest question : questions) {
      assertThat(ask(ours, question).getErrorResponse().getErrorCode())
          .as(question.toString())
          .isEqualTo(ask(theirs, question).getErrorResponse().getErrorCode());
    }
  }

  private static ServerReflectionRequest.Builder request() {
    return ServerReflectionRequest.newBuilder().setHost("localhost");
  }

  private static ServerReflectionResponse ask(Raw of, ServerReflectionRequest question)
      throws Exception {
    CompletableFuture<List<ServerReflectionResponse>> answers = new CompletableFuture<>();
    StreamObserver<ServerReflectionRequest> questions =
        ServerReflectionGrpc.newStub(of.channel())
            .serverReflectionInfo(
                new StreamObserver<>() {
                  private final List<ServerReflectionResponse> received = new ArrayList<>();

                  @Override
                  public void onNext(ServerReflectionResponse answer) {
                    received.add(answer);
                  }

                  @Override
                  public void onError(Throwable error) {
                    answers.completeExceptionally(error);
                  }

                  @Override
                  public void onCompleted() {
                    answers.complete(received);
                  }
                });
    questions.onNext(question);
    questions.onCompleted();
    List<ServerReflectionResponse> all = answers.get(20, TimeUnit.SECONDS);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private static final class EchoDispatcher implements Dispatcher {
    @Override
    public String service() {
      return Echo.SERVICE;
    }

    @Override
    public List<Handler<?, ?>> handlers() {
      return List.of(Handler.blocking(Echo.ECHO, (text, context) -> text));
    }

    @Override
    public FileSchema schema() {
      return new FileSchema(
          "farcall/testing/v1/echo.proto",
          List.of(),
          () -> dev.farcall.testing.v1.Echo.getDescriptor().toProto().toByteArray());
    }
  }
}
