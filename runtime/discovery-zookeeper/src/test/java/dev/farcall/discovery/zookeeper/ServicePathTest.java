package dev.farcall.discovery.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServicePathTest {

  @ParameterizedTest
  @CsvSource({
    "users, /farcall/users",
    "services/users, /services/users",
    "/services//eu/users/, /services/eu/users",
    "50%, /farcall/50%25",
    "../.., /%2E%2E/%2E%2E",
  })
  void a_service_is_where_curator_looks_for_it(String service, String node) {
    assertThat(ServicePath.of(service).node()).isEqualTo(node);
  }

  @ParameterizedTest
  @CsvSource({"10.0.0.5:9090, 10.0.0.5:9090", "a/b, a%2Fb", "'[::1]:1', '[::1]:1'", "Käse, Käse"})
  void an_id_is_its_own_name_but_for_what_paths_may_not_hold(String id, String name) {
    assertThat(ServicePath.of("users").node(id)).isEqualTo("/farcall/users/" + name);
  }

  @Test
  void what_is_below_an_instance_is_none() {
    ServicePath users = ServicePath.of("users");
    assertThat(users.isOfInstance("/farcall/users/a")).isTrue();
    assertThat(users.isOfInstance("/farcall/users")).isFalse();
    assertThat(users.isOfInstance("/farcall/users/a/b")).isFalse();
    assertThat(users.isOfInstance("/farcall/users2/a")).isFalse();
  }

  @Test
  void a_service_without_a_name_is_none() {
    assertThatThrownBy(() -> ServicePath.of("/"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("service: '/' (expected: a name)");
  }
}
