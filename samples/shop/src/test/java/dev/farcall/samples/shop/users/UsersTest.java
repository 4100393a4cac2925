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
  void refusesLimitsOutOfRange() {
    assertThatExceptionOfType(CallException.class)
        .isThrownBy(() -> users.listUsers(0, Optional.empty()))
        .satisfies(refused -> assertThat(refused.code()).isEqualTo(Code.INVALID_ARGUMENT))
        .satisfies(
            refused ->
                assertThat(refused.detailMessage()).isEqualTo("limit: 0 (expected: 1 to 100)"));
  }
}
