package dev.farcall.samples.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.farcall.Connection;
import dev.farcall.Farcall;
import dev.farcall.annotation.Code;
import dev.farcall.call.CallException;
import dev.farcall.samples.shop.users.Email;
import dev.farcall.samples.shop.users.EmailTaken;
import dev.farcall.samples.shop.users.NewUser;
import dev.farcall.samples.shop.users.User;
import dev.farcall.samples.shop.users.UserFilter;
import dev.farcall.samples.shop.users.UserId;
import dev.farcall.samples.shop.users.UserService;
import dev.farcall.stream.Streams;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The shop's client calls a server that somebody wrote with protoc's classes. */
class ProtocServerTest {

  private static final UserId ID = UserId.random();

  private Server server;
  private Connection connection;
  private UserService users;

  @BeforeEach
  void start() throws IOException {
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0))
            .directExecutor()
            .addService(new ProtocUsers(ID.toString()))
            .build()
            .start();
    connection = Farcall.connect("static:///127.0.0.1:" + server.getPort());
    users = connection.client(UserService.class);
  }

  @AfterEach
  void close() {
    connection.close();
    server.shutdownNow();
  }

  @Test
  void anAnswerBecomesARecord() throws EmailTaken {
    Instant created = Instant.ofEpochSecond(1, 500_000_000);

    assertThat(users.createUser(new NewUser(new Email("bob@example.com"), "Bob")))
        .isEqualTo(new User(ID, new Email("bob@example.com"), "Bob", created));
  }

  @Test
  void anAbsentMessageIsAnEmptyOptional() {
    assertThat(users.getUser(ID)).map(User::name).contains("Ada");
    assertThat(users.getUser(UserId.random())).isEmpty();
  }

  @Test
  void aDeclaredErrorIsThrownAsItself() {
    EmailTaken taken =
        catchThrowableOfType(
            EmailTaken.class,
            () -> users.createUser(new NewUser(new Email("taken@example.com"), "Bob")));

    assertThat(taken.email()).isEqualTo(new Email("taken@example.com"));
  }

  @Test
  void aStreamIsReadUpToWhatBreaksIt() {
    UserFilter filter = new UserFilter(Optional.of("example.org"), false);
    List<String> seen = new ArrayList<>();

    assertThatThrownBy(
            () ->
                Streams.blocking(users.watchUsers(filter))
                    .forEach(user -> seen.add(user.email().value())))
        .isInstanceOfSatisfying(
            CallException.class, broken -> assertThat(broken.code()).isEqualTo(Code.DATA_LOSS));
    assertThat(seen).containsExactly("ada@example.com", "bob@example.org");
  }

  @Test
  void everyOtherStatusIsACallException() {
    assertThatThrownBy(() -> users.findUser(new Email("bob@example.com")))
        .isInstanceOfSatisfying(
            CallException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(Code.PERMISSION_DENIED);
              assertThat(refused.detailMessage()).isEqualTo("not you");
            });
  }
}
