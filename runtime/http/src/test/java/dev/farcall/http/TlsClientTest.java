package dev.farcall.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.farcall.Connection;
import dev.farcall.Farcall;
import dev.farcall.Server;
import dev.farcall.call.CallException;
import dev.farcall.security.Tls;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What our client and our server agree on under TLS, and how it is told when they do not. */
@Timeout(60)
class TlsClientTest {

  @TempDir private static Path folder;

  private static TestCertificates server;
  private static TestCertificates client;
  private static TestCertificates stranger;

  private Server serving;

  /** What the client speaks. */
  enum Way {
    CONNECT(HttpWire.connect()),
    CONNECT_HTTP_1(HttpWire.connect().http1()),
    REST(HttpWire.rest()),
    REST_HTTP_2(HttpWire.rest().http2());

    @SuppressWarnings("ImmutableEnumChecker") // it is, by its kind
    private final HttpWire wire;

    Way(HttpWire wire) {
      this.wire = wire;
    }
  }

  @BeforeAll
  static void makeCertificates() throws Exception {
    server = TestCertificates.selfSigned(folder, "tlsserver");
    client = TestCertificates.selfSigned(folder, "tlsclient");
    stranger = TestCertificates.selfSigned(folder, "tlsstranger");
  }

  private void serve(Tls tls) {
    Http http = Http.port(0).host("127.0.0.1");
    serving =
        Farcall.server().listen(tls == null ? http : http.tls(tls)).serve(new Items()).start();
  }

  @AfterEach
  void close() {
    serving.close();
  }

  private Item call(Way way, Tls tls) {
    return call(way, tls, "127.0.0.1");
  }

  private Item call(Way way, Tls tls, String host) {
    Connection connection = Farcall.connect(host + ":" + serving.port()).wire(way.wire);
    try (Connection open = tls == null ? connection : connection.tls(tls)) {
      return open.peer().bind(Items.FIND).call(new Item("a"));
    }
  }

  private CallException refused(Way way, Tls tls) {
    return catchThrowableOfType(CallException.class, () -> call(way, tls));
  }

  private static Tls identity() {
    return Tls.identity(server.certificate(), server.key());
  }

  @ParameterizedTest
  @EnumSource
  void every_way_goes_encrypted(Way way) {
    serve(identity());
    assertThat(call(way, Tls.trusting(server.certificate()))).isEqualTo(new Item("a"));
  }

  @ParameterizedTest
  @EnumSource
  void a_server_that_asks_knows_the_client_by_its_certificate(Way way) {
    serve(identity().trust(client.certificate()).requireClientCertificate());
    Tls known = Tls.trusting(server.certificate()).identify(client.certificate(), client.key());
    assertThat(call(way, known)).isEqualTo(new Item("a"));
    assertThat(refused(way, Tls.trusting(server.certificate()))).isNotNull();
    Tls other = Tls.trusting(server.certificate()).identify(stranger.certificate(), stranger.key());
    assertThat(refused(way, other)).isNotNull();
  }

  @ParameterizedTest
  @EnumSource
  void a_server_that_nobody_vouches_for_is_refused(Way way) {
    serve(identity());
    assertThat(refused(way, Tls.trusting(stranger.certificate())))
        .hasMessageContaining("UNAVAILABLE")
        .hasMessageContaining("127.0.0.1:" + serving.port());
  }

  @Test
  void a_certificate_of_another_name_is_refused() throws Exception {
    serve(identity());
    CallException thrown =
        catchThrowableOfType(
            CallException.class,
            () -> call(Way.REST, Tls.trusting(server.certificate()), "127.0.0.2"));
    assertThat(thrown).hasMessageContaining("127.0.0.2");
  }

  @ParameterizedTest
  @EnumSource
  void a_client_in_clear_on_a_port_of_tls_is_told(Way way) {
    serve(identity());
    assertThat(refused(way, null)).hasMessageContaining("127.0.0.1:" + serving.port());
  }

  @ParameterizedTest
  @EnumSource
  void a_client_of_tls_on_a_port_in_clear_is_told(Way way) {
    serve(null);
    assertThat(refused(way, Tls.trusting(server.certificate())))
        .hasMessageContaining("127.0.0.1:" + serving.port());
  }
}
