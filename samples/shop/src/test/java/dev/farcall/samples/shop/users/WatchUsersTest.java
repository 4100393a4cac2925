package dev.farcall.samples.shop.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.Connection;
import dev.farcall.Farcall;
import dev.farcall.Server;
import dev.farcall.call.CallException;
import dev.farcall.grpc.Grpc;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WatchUsersTest {

  private final Users users = new Users(Clock.systemUTC());

  private static User register(UserService users, String name) throws EmailTaken {
    return users.createUser(new NewUser(new Email(name + "@example.com"), name));
  }

  @Test
  void a_watcher_sees_who_registers_from_now_on() throws Exception {
    register(users, "ada");
    Watching watching = Watching.of(users.watchUsers(UserFilter.NEW)).request(10);
    register(users, "bob");
    register(users, "cy");

    assertThat(watching.names(2)).containsExactly("bob", "cy");
  }

  @Test
  void a_watcher_may_begin_with_those_who_are_there() throws Exception {
    register(users, "ada");
    register(users, "bob");
    Watching watching = Watching.of(users.watchUsers(UserFilter.ALL)).request(10);
    register(users, "cy");

    assertThat(watching.names(3)).containsExactly("ada", "bob", "cy");
  }

  @Test
  void a_watcher_of_a_host_sees_no_others() throws Exception {
    UserFilter filter = new UserFilter(Optional.of("Example.org"), true);
    Watching watching = Watching.of(users.watchUsers(filter)).request(10);
    register(users, "ada");
    users.createUser(new NewUser(new Email("bob@example.org"), "bob"));
    register(users, "cy");
    users.createUser(new NewUser(new Email("dot@example.org"), "dot"));

    assertThat(watching.names(2)).containsExactly("bob", "dot");
  }

  @Test
  void a_slow_watcher_gets_what_it_asks_for_and_users_as_they_are_then() throws Exception {
    Watching watching = Watching.of(users.watchUsers(UserFilter.NEW)).request(1);
    register(users, "ada");
    assertThat(watching.names(1)).containsExactly("ada");
    User bob = register(users, "bob");
    User cy = register(users, "cy");
    users.updateUser(cy.id(), new NewUser(cy.email(), "Cyril"));
    users.deleteUser(bob.id());
    register(users, "dot");

    assertThat(watching.users).hasSize(1);
    assertThat(watching.request(1).names(2)).containsExactly("ada", "Cyril");
    assertThat(watching.request(5).names(3)).containsExactly("ada", "Cyril", "dot");
  }

  @Test
  void a_change_is_no_registration() throws Exception {
    User ada = register(users, "ada");
    Watching watching = Watching.of(users.watchUsers(UserFilter.NEW)).request(10);
    users.updateUser(ada.id(), new NewUser(ada.email(), "Ada"));
    register(users, "bob");

    assertThat(watching.names(1)).containsExactly("bob");
  }

  @Test
  void who_cancels_is_forgotten_and_hears_no_more() throws Exception {
    Watching gone = Watching.of(users.watchUsers(UserFilter.NEW)).request(10);
    Watching stays = Watching.of(users.watchUsers(UserFilter.NEW)).request(10);
    assertThat(users.watchers()).isEqualTo(2);
    gone.cancel();
    assertThat(users.watchers()).isEqualTo(1);
    register(users, "ada");

    assertThat(stays.names(1)).containsExactly("ada");
    assertThat(gone.users).isEmpty();
  }

  @Test
  void who_asks_for_nothing_is_told_so() {
    Watching watching = Watching.of(users.watchUsers(UserFilter.NEW)).request(0);

    assertThat(watching.end.join()).isInstanceOf(IllegalArgumentException.class);
    assertThat(users.watchers()).isZero();
  }

  @Test
  void everybody_is_seen_once_while_several_register_and_many_watch() throws Exception {
    List<Watching> all = new ArrayList<>();
    List<Thread> registering =
        IntStream.range(0, 4)
            .mapToObj(
                thread ->
                    new Thread(
                        () ->
                            IntStream.range(0, 250)
                                .forEach(
                                    i -> {
                                      try {
                                        register(users, thread + "-" + i);
                                      } catch (EmailTaken impossible) {
                                        throw new AssertionError(impossible);
                                      }
                                    })))
            .toList();
    registering.forEach(Thread::start);
    for (int i = 0; i < 100; i++) {
      all.add(Watching.of(users.watchUsers(UserFilter.ALL)).request(Long.MAX_VALUE));
    }
    for (Thread thread : registering) {
      thread.join();
    }

    List<String> order = all.get(0).names(1_000);
    assertThat(order).hasSize(1_000).doesNotHaveDuplicates();
    all.forEach(each -> assertThat(each.names(1_000)).isEqualTo(order));
  }

  @Test
  void who_registers_in_another_process_is_seen(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("users");
    Users here = new Users(Clock.systemUTC(), file);
    Users there = new Users(Clock.systemUTC(), file);
    register(there, "ada");
    here.followOthers();
    Watching watching = Watching.of(here.watchUsers(UserFilter.ALL)).request(10);
    register(there, "bob");

    assertThat(watching.names(2)).containsExactly("ada", "bob");
  }

  @Test
  void over_grpc_users_come_as_they_register_and_a_cancelled_watch_is_forgotten() throws Exception {
    Server server =
        Farcall.server()
            .listen(Grpc.port(0).host("127.0.0.1"))
            .serve(UserService.class, new SlowUsers(users, Duration.ofMillis(1)))
            .start();
    try (Connection connection = Farcall.connect("static:///127.0.0.1:" + server.port())) {
      UserService remote = connection.client(UserService.class);
      register(remote, "ada");
      Watching watching = Watching.of(remote.watchUsers(UserFilter.ALL)).request(10);
      assertThat(watching.names(1)).containsExactly("ada");
      register(remote, "bob");
      assertThat(watching.names(2)).containsExactly("ada", "bob");

      watching.cancel();
      Watching.await(() -> users.watchers() == 0);
      register(remote, "cy");
      assertThat(watching.users).hasSize(2);
    } finally {
      server.stop(Duration.ZERO);
    }
  }

  @Test
  void the_end_of_the_server_ends_a_watch() throws Exception {
    Server server =
        Farcall.server()
            .listen(Grpc.port(0).host("127.0.0.1"))
            .serve(UserService.class, users)
            .start();
    try (Connection connection = Farcall.connect("static:///127.0.0.1:" + server.port())) {
      UserService remote = connection.client(UserService.class);
      Watching watching = Watching.of(remote.watchUsers(UserFilter.ALL)).request(10);
      register(remote, "ada");
      assertThat(watching.names(1)).containsExactly("ada");
      server.stop(Duration.ZERO);

      assertThat(watching.end.get(30, TimeUnit.SECONDS)).isInstanceOf(CallException.class);
      Watching.await(() -> users.watchers() == 0);
    } finally {
      server.stop(Duration.ZERO);
    }
  }
}
