package dev.farcall.samples.peers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.http.Http;
import dev.farcall.samples.peers.Interop.Result;
import dev.farcall.samples.shop.users.Email;
import dev.farcall.samples.shop.users.EmailTaken;
import dev.farcall.samples.shop.users.NewUser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Streams at a terminal, as the README has them. */
@Tag("interop")
class CurlStreamsTest {

  @TempDir private Path folder;

  private final Market market = new Market(Http.port(0).host("127.0.0.1"));

  @AfterEach
  void close() {
    market.close();
  }

  private void register(String name) throws EmailTaken {
    market.users.createUser(new NewUser(new Email(name + "@example.com"), name));
  }

  @ParameterizedTest
  @CsvSource({"*/*, '{\"result\":{\"id\":'", "text/event-stream, 'data: {\"id\":'"})
  void who_registers_is_watched_until_curl_is_ended(String accept, String begin) throws Exception {
    register("ada");
    String watch = "http://" + market.address() + "/users/watch?existing=true";
    try (Running curl = new Running(folder, "curl", "-sSN", watch, "-H", "accept: " + accept)) {
      assertThat(curl.await(begin)).contains("\"ada@example.com\"");
      register("bob");
      assertThat(curl.await(begin)).contains("\"bob@example.com\"");
      assertThat(market.users.watchers()).isEqualTo(1);
    }
    market.awaitQuiet(0);
  }

  @Test
  void a_stream_by_connect_has_five_bytes_before_each_message() throws Exception {
    market.exchange.upload(Stream.of(Market.trade("ACME")));
    byte[] question = "\0\0\0\0\21{\"symbol\":\"ACME\"}".getBytes(UTF_8);
    Files.write(folder.resolve("question"), question);

    Result answer =
        Interop.curl(
            folder,
            "-N",
            "http://" + market.address() + "/prices.v1.PriceService/History",
            "-H",
            "content-type: application/connect+json",
            "--data-binary",
            "@question");
    String trade = "{\"symbol\":\"ACME\",\"price\":\"10.50\",\"quantity\":2}";
    assertThat(answer.output())
        .startsWith("HTTP/1.1 200")
        .contains("\0\0\0\0" + (char) trade.length() + trade)
        .endsWith("\2\0\0\0\2{}");
  }
}
