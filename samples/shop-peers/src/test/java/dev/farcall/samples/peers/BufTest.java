package dev.farcall.samples.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.Server;
import dev.farcall.http.Http;
import dev.farcall.samples.peers.Interop.Result;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** buf reads the .proto files, and calls the shop knowing only where it is. */
@Tag("interop")
class BufTest {

  /** At the end of each line of {@code buf lint --error-format=json}'s findings. */
  private static final Pattern RULE = Pattern.compile("\"type\":\"([A-Z_]+)\"");

  @TempDir Path folder;

  @Test
  void theFilesBuild() throws Exception {
    Interop.writeProtoFiles(folder);
    assertThat(Interop.buf(folder, "build")).isEqualTo(new Result(0, ""));
  }

  @Test
  void theFilesAreFormattedAsBufWould() throws Exception {
    Interop.writeProtoFiles(folder);
    assertThat(
            Interop.buf(
                folder, "format", "--path", "shop", "--path", "prices", "--diff", "--exit-code"))
        .isEqualTo(new Result(0, ""));
  }

  /** A message that is sent as it is has a name of its own, and may be sent by two methods. */
  @Test
  void lintFindsNothingButRecordsSentAsTheyAre() throws Exception {
    Interop.writeProtoFiles(folder);
    Result lint = Interop.buf(folder, "lint", "--error-format=json");
    assertThat(RULE.matcher(lint.output()).results().map(found -> found.group(1)))
        .as(lint.output())
        .isNotEmpty()
        .allMatch(
            rule ->
                rule.equals("RPC_REQUEST_RESPONSE_UNIQUE")
                    || rule.equals("RPC_REQUEST_STANDARD_NAME")
                    || rule.equals("RPC_RESPONSE_STANDARD_NAME"));
  }

  @Test
  void curlListsTheMethodsThroughReflection() throws Exception {
    try (Server server = Shop.start()) {
      Result list = curl(server, "", "--list-methods");
      assertThat(list.exitCode()).as(list.output()).isZero();
      assertThat(list.output().lines().collect(Collectors.toSet()))
          .contains(
              "shop.users.v1.UserService/CreateUser",
              "shop.orders.v1.OrderService/CountByStatus",
              "shop.payments.v1.PaymentService/Pay");
    }
  }

  @Test
  void curlCallsThroughReflection() throws Exception {
    try (Server server = Shop.start()) {
      String method = "/shop.users.v1.UserService/CreateUser";
      String ada = "{\"email\":\"ada@example.com\",\"name\":\"Ada\"}";

      Result created = curl(server, method, "--data", ada);
      assertThat(created.exitCode()).as(created.output()).isZero();
      assertThat(created.output()).contains("ada@example.com").contains("createdAt");

      Result again = curl(server, method, "--data", ada);
      assertThat(again.exitCode()).isNotZero();
      assertThat(again.output())
          .contains("already_exists")
          .contains("a user with the address ada@example.com exists")
          .contains("shop.users.v1.EmailTaken")
          .contains("google.rpc.ErrorInfo");
    }
  }

  @Test
  void curlReadsAStreamAndWhatBreaksIt() throws Exception {
    try (Market market = new Market(Http.port(0).host("127.0.0.1"))) {
      for (String protocol : List.of("grpc", "grpcweb", "connect")) {
        Result broken =
            Interop.buf(
                folder,
                "curl",
                "--protocol",
                protocol,
                "--http2-prior-knowledge",
                "--data",
                "{\"symbol\": \"HALF\"}",
                "http://" + market.address() + "/prices.v1.PriceService/History");
        assertThat(broken.exitCode()).as(broken.output()).isEqualTo(5 * 8); // NOT_FOUND
        assertThat(broken.output().split("\"price\"", -1)).as(broken.output()).hasSize(3 + 1);
        assertThat(broken.output()).contains("no share HALF", "prices.v1.UnknownSymbol");
      }
    }
  }

  private Result curl(Server server, String method, String... options) throws Exception {
    String[] fixed = {"curl", "--protocol", "grpc", "--http2-prior-knowledge"};
    String[] all = new String[fixed.length + options.length + 1];
    System.arraycopy(fixed, 0, all, 0, fixed.length);
    System.arraycopy(options, 0, all, fixed.length, options.length);
    all[all.length - 1] = "http://127.0.0.1:" + server.port() + method;
    return Interop.buf(folder, all);
  }
}
