package dev.farcall.samples.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.Server;
import dev.farcall.samples.peers.Interop.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code @grpc/grpc-js} calls the shop from its .proto files. */
@Tag("interop")
class NodeTest {

  @TempDir Path folder;

  @Test
  void nodeCreatesAUserAndReadsWhyASecondIsRefused() throws Exception {
    Interop.writeProtoFiles(folder);
    try (Server server = Shop.start()) {
      Result said =
          Interop.node(folder, "users.js", "127.0.0.1:" + server.port(), folder.toString());

      assertThat(said.exitCode()).as(said.output()).isZero();
      assertThat(said.output())
          .isEqualTo(
              """
              created ada@example.com
              found ada@example.com
              nobody
              refused 6: a user with the address ada@example.com exists
              detail shop.users.v1.EmailTaken {"email":"ada@example.com"}
              detail google.rpc.ErrorInfo {"reason":"EMAIL_TAKEN","domain":"shop.users.v1.UserService"}
              """);
    }
  }
}
