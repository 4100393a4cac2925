package dev.farcall.grpc.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.rpc.BadRequest;
import dev.farcall.Connection;
import dev.farcall.Farcall;
import dev.farcall.Server;
import dev.farcall.annotation.Code;
import dev.farcall.call.CallException;
import dev.farcall.grpc.TestListeners;
import dev.farcall.grpc.library.Library.Author;
import dev.farcall.grpc.library.Library.Book;
import dev.farcall.grpc.library.Library.NotHeld;
import dev.farcall.wire.EncodeException;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.ClientCalls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is generated for an interface, end to end over gRPC. */
@Timeout(60)
final class LibraryTest {

  private static final Book DUNE =
      new Book("0441013597", List.of(new Author("Frank Herbert")), Instant.EPOCH);

  private Server server;
  private Connection connection;
  private Library library;

  @BeforeEach
  void open() {
    server =
        Farcall.server()
            .listen(TestListeners.ofEngine().plain())
            .serve(Library.class, new Shelves())
            .start();
    connection = Farcall.connect("static:///127.0.0.1:" + server.port());
    library = connection.client(Library.class);
  }

  @AfterEach
  void close() {
    connection.close();
    server.close();
  }

  private Book add(Book book) throws Exception {
    return library.add(book).toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  @Test
  void recordsGoThereAndBack() throws Exception {
    assertThat(library.latest()).isEmpty();
    assertThat(add(DUNE)).isEqualTo(DUNE);
    assertThat(library.find(DUNE.isbn())).isEqualTo(DUNE);
    assertThat(library.latest()).contains(DUNE);
  }

  @Test
  void headersGoBesideTheRequest() throws Exception {
    add(DUNE);
    assertThat(library.isbns("Ada")).containsExactly("Ada may read 0441013597");
  }

  @Test
  void declaredErrorIsThrownAsItself() {
    assertThatThrownBy(() -> library.find("none"))
        .isInstanceOfSatisfying(NotHeld.class, e -> assertThat(e.isbn()).isEqualTo("none"))
        .hasMessage("none is not held");
  }

  @Test
  void anyOtherExceptionKeepsItsSecrets() {
    assertThatThrownBy(() -> library.isbns(""))
        .isInstanceOfSatisfying(
            CallException.class,
            e -> {
              assertThat(e.code()).isEqualTo(Code.INTERNAL);
              assertThat(e.errorId()).isNotBlank();
              assertThat(e.getMessage()).doesNotContain("who asks");
            });
  }

  @Test
  void nullIsRefusedBeforeAnythingIsSent() {
    Book broken = new Book("1", Arrays.asList(new Author("a"), null), Instant.EPOCH);
    assertThatThrownBy(() -> add(broken))
        .cause()
        .isInstanceOf(EncodeException.class)
        .hasMessageContaining("authors[1]");
  }

  @Test
  void malformedFieldIsNamedByItsPathAndTheServerGoesOn() throws Exception {
    // Book { authors: [ Author { name: "a" }, Author { name: <not UTF-8> } ] }
    byte[] bytes = {18, 3, 10, 1, 'a', 18, 3, 10, 1, (byte) 0xff};
    StatusRuntimeException e =
        catchThrowableOfType(StatusRuntimeException.class, () -> addRaw(bytes));
    assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    BadRequest detail =
        StatusProto.fromThrowable(e).getDetailsList().get(0).unpack(BadRequest.class);
    assertThat(detail.getFieldViolations(0).getField()).endsWith("authors[1].name");
    assertThat(add(DUNE)).isEqualTo(DUNE);
  }

  private byte[] addRaw(byte[] message) throws InterruptedException {
    ManagedChannel channel =
        NettyChannelBuilder.forAddress("127.0.0.1", server.port()).usePlaintext().build();
    try {
      return ClientCalls.blockingUnaryCall(
          channel,
          MethodDescriptor.newBuilder(new Plain(), new Plain())
              .setType(MethodDescriptor.MethodType.UNARY)
              .setFullMethodName("library.v1.Library/Add")
              .build(),
          CallOptions.DEFAULT.withDeadlineAfter(30, TimeUnit.SECONDS),
          message);
    } finally {
      channel.shutdownNow();
    }
  }

  @Test
  void clientTellsWhatItDoes() {
    assertThat(library.toString())
        .contains("timeout 10 s", "peak_ewma > grpc static:///127.0.0.1:" + server.port());
  }

  @Test
  void serverThatStopsFinishesItsCalls() throws Exception {
    assertThat(add(DUNE)).isEqualTo(DUNE);
    server.close();
    assertThatThrownBy(() -> library.latest())
        .isInstanceOfSatisfying(
            CallException.class,
            e -> {
              assertThat(e.code()).isEqualTo(Code.UNAVAILABLE);
              assertThat(e).hasMessageContaining("127.0.0.1:" + server.port());
            });
  }

  private static final class Plain implements MethodDescriptor.Marshaller<byte[]> {
    @Override
    public InputStream stream(byte[] message) {
      return new ByteArrayInputStream(message);
    }

    @Override
    public byte[] parse(InputStream in) {
      try {
        return in.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
