package dev.farcall.samples.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.Server;
import dev.farcall.samples.peers.Interop.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code @connectrpc/connect-node} calls the shop by each of its protocols, on one port. */
@Tag("interop")
class ConnectTest {

  @TempDir Path folder;

  @Test
  void everyProtocolGivesTheSameAnswersAndErrors() throws Exception {
    Interop.writeProtoFiles(folder);
    assertThat(Interop.buf(folder, "build", "-o", "image.binpb")).isEqualTo(new Result(0, ""));
    try (Server server = Shop.startHttp()) {
      Result said =
          Interop.node(
              folder,
              "connect.js",
              "http://127.0.0.1:" + server.port(),
              folder.resolve("image.binpb").toString());

      assertThat(said.exitCode()).as(said.output()).isZero();
      assertThat(said.output().lines())
          .containsExactly(
              line("connect binary 1.1"),
              line("connect json 1.1"),
              line("connect get 1.1"),
              line("grpc-web 1.1"),
              line("connect binary 2"),
              line("connect json 2"),
              line("connect get 2"),
              line("grpc-web 2"),
              line("grpc 2"));
    }
  }

  private static String line(String protocol) {
    String email = protocol.replace(' ', '-') + "@example.com";
    return protocol
        + ": "
        + email
        + ", nobody, AlreadyExists a user with the address "
        + email
        + " exists, shop.users.v1.EmailTaken "
        + email;
  }
}
