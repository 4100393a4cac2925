package dev.farcall.dynamic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farcall.annotation.Timeout;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only decorators that are made at run time can do, and refuse. */
class ResilientTest {

  /** A class of somebody who never heard of policies. */
  public static class Geo {
    private final AtomicInteger calls = new AtomicInteger();

    public String find(String address) {
      if (calls.incrementAndGet() == 1) {
        throw new IllegalStateException("down");
      }
      return "at " + address;
    }

    protected Geo() {}
  }

  public interface Unsafe {
    void charge();
  }

  /** Has no streams that could keep to the second limit. */
  @Timeout(value = "1s", stream = "1m")
  public interface Limited {
    String get();
  }

  @AfterEach
  void forget() {
    System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith("farcall.local."))
        .forEach(System::clearProperty);
  }

  @Test
  void an_open_class_gets_policies_by_configuration() {
    System.setProperty("farcall.local.Geo.find.circuit-breaker.minimum-calls", "1");
    Geo geo = Resilient.decorate(Geo.class, new Geo());
    assertThatThrownBy(() -> geo.find("home")).hasMessage("down");
    assertThatThrownBy(() -> geo.find("home")).hasMessageContaining("is open: 1 of 1 calls failed");
  }

  @Test
  void an_interface_of_the_jdk_can_be_decorated() {
    System.setProperty("farcall.local.Supplier.get.bulkhead.max-concurrent", "1");
    @SuppressWarnings("unchecked")
    Supplier<String> supplier = Resilient.decorate(Supplier.class, () -> "a");
    assertThat(supplier.get()).isEqualTo("a");
  }

  @Test
  void what_a_compiler_would_refuse_is_refused() {
    System.setProperty("farcall.local.Unsafe.charge.retry.enabled", "true");
    assertThatThrownBy(() -> Resilient.decorate(Unsafe.class, () -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("FAR603");
  }

  @Test
  void a_limit_of_streams_on_a_type_is_not_for_what_answers_once() {
    assertThat(Resilient.decorate(Limited.class, () -> "a").get()).isEqualTo("a");
  }

  @Test
  void what_cannot_be_extended_is_refused() {
    assertThatThrownBy(() -> Resilient.decorate(String.class, "a"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.lang.String cannot be extended");
    assertThatThrownBy(() -> Resilient.decorate(Needy.class, new Needy(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no constructor without parameters");
  }

  @Test
  void a_hedge_of_calls_of_this_process_is_refused(@TempDir Path folder) throws Exception {
    Class<?> hedged =
        Unprocessed.type(folder, "Hedged", "@Hedge @Safe String find(String address);");
    assertThatThrownBy(() -> Unprocessed.decorate(hedged))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("@Hedge on ")
        .hasMessageContaining("has no effect on calls of this process");
    System.setProperty("farcall.local.Unsafe.charge.hedge.delay", "5ms");
    assertThatThrownBy(() -> Resilient.decorate(Unsafe.class, () -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("calls of this process have no hedge.delay");
  }

  @Test
  void a_fallback_fits_by_its_arguments_of_type_and_its_exceptions(@TempDir Path folder)
      throws Exception {
    Class<?> listing =
        Unprocessed.type(
            folder,
            "Listing",
            "@Fallback(Numbers.class) List<String> list(Set<String> names); class Numbers { static"
                + " List<Integer> list(Set<String> names) { return null; } }");
    assertThatThrownBy(() -> Unprocessed.decorate(listing))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no method fits");
    Class<?> quiet =
        Unprocessed.type(
            folder,
            "Quiet",
            "@Fallback(Loud.class) String find(String name); class Loud { static String find(String"
                + " name) throws Exception { return name; } }");
    assertThatThrownBy(() -> Unprocessed.decorate(quiet))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no other checked exceptions");
  }

  @Test
  void protected_methods_are_decorated_too() {
    System.setProperty("farcall.local.Store.load.circuit-breaker.minimum-calls", "1");
    Store store = Resilient.decorate(Store.class, new Store());
    assertThatThrownBy(store::load).hasMessage("down");
    assertThatThrownBy(store::load).hasMessageContaining("is open: 1 of 1 calls failed");
  }

  /** Has a method for those of its package and for heirs. */
  public static class Store {
    protected String load() {
      throw new IllegalStateException("down");
    }
  }

  /** Cannot be made. */
  public static class Needy {
    public Needy(int number) {
      assertThat(number).isPositive();
    }
  }
}
