package dev.farcall.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.config.Configuration.Source;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearMissesTest {

  private static Configuration said(boolean environment, String key) {
    return Configuration.of(List.of(new Source("the test", environment, Map.of(key, "1"))));
  }

  @ParameterizedTest
  @CsvSource({
    "farcall.client.UserServise.target, UserService",
    "farcall.client.UsrService.getUser.retry.max-attempts, UserService",
    "farcall.client.shop.v1.UserServic.*.timeout.value, shop.v1.UserService",
    "farcall.client.*.getUsr.retry.max-attempts, getUser",
    "farcall.client.*.target,",
    "farcall.client.UserService.target,",
    "farcall.client.Orders.target,",
    "farcall.client.*.listOrders.retry.max-attempts,"
  })
  void a_name_that_is_almost_known_is_told_once(String key, String meant) {
    NearMisses misses = NearMisses.ofClients();
    Configuration configuration = said(false, key);
    List<String> told = misses.meet(configuration, "shop.v1.UserService", List.of("GetUser"));
    if (meant == null) {
      assertThat(told).isEmpty();
    } else {
      assertThat(told)
          .containsExactly(
              key + " of the test: nothing of this name is known (did you mean " + meant + "?)");
    }
    assertThat(misses.meet(configuration, "shop.v1.UserService", List.of("GetUser"))).isEmpty();
  }

  @Test
  void what_is_known_by_now_is_no_miss() {
    NearMisses misses = NearMisses.ofClients();
    Configuration configuration = said(false, "farcall.client.UserServices.target");
    assertThat(misses.meet(configuration, "UserServices", List.of())).isEmpty();
    assertThat(misses.meet(configuration, "UserService", List.of())).isEmpty();
  }

  @Test
  void a_method_is_looked_for_in_the_environment_too() {
    String start = "FARCALL_CLIENT_USERSERVICE_";
    List<String> methods = List.of("GetUser");
    assertThat(
            KeyCheck.unknownMethods(
                said(true, start + "GETUSR_RETRY_MAX_ATTEMPTS"),
                "shop.v1.UserService",
                "UserService",
                methods))
        .singleElement()
        .asString()
        .contains("did you mean " + start + "GETUSER_RETRY_MAX_ATTEMPTS?");
    for (String right : List.of("GETUSER_RETRY_MAX_ATTEMPTS", "__RETRY_MAX_ATTEMPTS", "TARGET")) {
      assertThat(
              KeyCheck.unknownMethods(
                  said(true, start + right), "shop.v1.UserService", "UserService", methods))
          .isEmpty();
    }
  }
}
