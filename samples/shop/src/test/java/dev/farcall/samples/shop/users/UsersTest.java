package dev.farcall.samples.shop.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.farcall.annotation.Code;
import dev.farcall.call.CallException;
import dev.farcall.samples.shop.common.Page;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class UsersTest {

  private final Users users = new Users(Clock.systemUTC());

  @Test
  void findsAUserByIdAndByAddressInAnyCase() throws Exception {
    User ada = users.createUser(new NewUser(new Email("Ada@Example.com"), "Ada"));

    assertThat(users.getUser(ada.id())).contains(ada);
    assertThat(users.findUser(new Email("ADA@example.com"))).isEqualTo(ada);
  }

  @Test
  void tellsWhoIsUnknown() {
    assertThat(users.getUser(UserId.random())).isEmpty();
    assertThatExceptionOfType(UserUnknown.class)
        .isThrownBy(() -> users.findUser(new Email("eve@example.com")))
        .satisfies(unknown -> assertThat(unknown.email()).hasToString("eve@example.com"));
  }

  @Test
  void ofManyAtOnceOneGetsTheAddress() throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(4);
    try {
      List<Callable<User>> tries = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        tries.add(() -> users.createUser(new NewUser(new Email("ada@example.com"), "Ada")));
      }
      int created = 0;
      for (Future<User> one : callers.invokeAll(tries)) {
        try {
          one.get();
          created++;
        } catch (ExecutionException refused) {
          assertThat(refused).hasCauseInstanceOf(EmailTaken.class);
        }
      }
      assertThat(created).isEqualTo(1);
      assertThat(users.listUsers(100, Optional.empty()).items()).hasSize(1);
    } finally {
      callers.shutdownNow();
    }
  }

  @Test
  void pagesShowEachUserOnce() throws Exception {
    for (int i = 0; i < 7; i++) {
      users.createUser(new NewUser(new Email(i + "@example.com"), "user " + i));
    }

    List<User> seen = new ArrayList<>();
    Page<User> page = users.listUsers(3, Optional.empty());
    seen.addAll(page.items());
    while (page.more()) {
      page = users.listUsers(3, Optional.of(seen.get(seen.size() - 1).id()));
      seen.addAll(page.items());
    }

    assertThat(seen).hasSize(7).doesNotHaveDuplicates();
  }

  @Test
  void anotherAddressFreesTheOneBefore() throws Exception {
    User ada = users.createUser(new NewUser(new Email("ada@example.com"), "Ada"));
    User changed = users.updateUser(ada.id(), new NewUser(new Email("al@example.com"), "Al"));

    assertThat(changed)
        .isEqualTo(new User(ada.id(), new Email("al@example.com"), "Al", ada.createdAt()));
    assertThat(users.getUser(ada.id())).contains(changed);
    assertThat(users.findUser(new Email("al@example.com"))).isEqualTo(changed);
    users.createUser(new NewUser(new Email("ada@example.com"), "Another"));
  }

  @Test
  void anotherNameLeavesTheAddress() throws Exception {
    User ada = users.createUser(new NewUser(new Email("ada@example.com"), "Ada"));
    User changed = users.updateUser(ada.id(), new NewUser(ada.email(), "Al"));

    assertThat(users.findUser(ada.email())).isEqualTo(changed);
    assertThat(changed.name()).isEqualTo("Al");
  }

  @Test
  void nobodyTakesAnAddressFromAnother() throws Exception {
    User ada = users.createUser(new NewUser(new Email("ada@example.com"), "Ada"));
    User bob = users.createUser(new NewUser(new Email("bob@example.com"), "Bob"));

    assertThatExceptionOfType(EmailTaken.class)
        .isThrownBy(() -> users.updateUser(bob.id(), new NewUser(ada.email(), "Bob")));
    assertThat(users.getUser(bob.id())).contains(bob);
    assertThat(users.findUser(ada.email())).isEqualTo(ada);
  }

  @Test
  void whoIsDeletedIsUnknownAndTheAddressIsFree() throws Exception {
    User ada = users.createUser(new NewUser(new Email("ada@example.com"), "Ada"));
    users.deleteUser(ada.id());

    assertThat(users.getUser(ada.id())).isEmpty();
    assertThatExceptionOfType(NoSuchUser.class)
        .isThrownBy(() -> users.deleteUser(ada.id()))
        .satisfies(unknown -> assertThat(unknown.id()).isEqualTo(ada.id()));
    assertThatExceptionOfType(NoSuchUser.class)
        .isThrownBy(() -> users.updateUser(ada.id(), new NewUser(ada.email(), "Ada")));
    users.createUser(new NewUser(ada.email(), "Another"));
  }

  @Test
  void refusesLimitsOutOfRange() {
    assertThatExceptionOfType(CallException.class)
        .isThrownBy(() -> users.listUsers(101, Optional.empty()))
        .satisfies(refused -> assertThat(refused.code()).isEqualTo(Code.INVALID_ARGUMENT))
        .satisfies(
            refused ->
                assertThat(refused.detailMessage()).isEqualTo("limit: 101 (expected: 0 to 100)"));
  }
}
