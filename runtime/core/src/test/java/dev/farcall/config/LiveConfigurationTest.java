package dev.farcall.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farcall.fixture.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveConfigurationTest {

  private static final String TARGET = "farcall.client.LiveConfigurationTest.target";

  @TempDir private Path folder;
  private Path file;
  private final LiveConfiguration live = new LiveConfiguration();

  @BeforeEach
  void name() throws IOException {
    file = folder.resolve("farcall.properties");
    Files.writeString(file, TARGET + " = dns:///one:1\n");
    System.setProperty("farcall.config", file.toString());
  }

  @AfterEach
  void forget() {
    System.clearProperty("farcall.config");
    System.clearProperty(TARGET);
    TestSource.VALUES.clear();
  }

  @Test
  void a_file_is_read_and_system_properties_win() {
    assertThat(live.read().find(TARGET).value()).isEqualTo("dns:///one:1");
    assertThat(live.read().find(TARGET).where()).isEqualTo(TARGET + " of the file " + file);
    System.setProperty(TARGET, "dns:///two:2");
    assertThat(live.read().find(TARGET).value()).isEqualTo("dns:///two:2");
  }

  @Test
  void a_file_that_changes_is_read_again() throws IOException {
    List<String> told = new CopyOnWriteArrayList<>();
    live.read();
    live.onChange(() -> told.add(live.current().find(TARGET).value()));
    Files.writeString(file, TARGET + " = dns:///another:2\n");
    Await.until(() -> !told.isEmpty());
    assertThat(told).containsExactly("dns:///another:2");
  }

  @Test
  void a_source_of_somebody_else_wins_over_the_file_and_tells_of_changes() {
    TestSource.VALUES.put(TARGET, "dns:///three:3");
    TestSource.VALUES.put("other.key", "is passed over");
    List<String> told = new CopyOnWriteArrayList<>();
    assertThat(live.read().find(TARGET).where()).isEqualTo(TARGET + " of the test's own source");
    live.onChange(() -> told.add(live.current().find(TARGET).value()));
    TestSource.VALUES.put(TARGET, "dns:///four:4");
    TestSource.CHANGED.forEach(Runnable::run);
    assertThat(told).containsExactly("dns:///four:4");
  }

  @Test
  void a_change_within_a_change_is_the_last_that_is_told() {
    List<String> told = new CopyOnWriteArrayList<>();
    live.read();
    live.onChange(
        () -> {
          if (told.isEmpty()) {
            System.setProperty(TARGET, "dns:///three:3");
            live.reload();
          }
        });
    live.onChange(() -> told.add(live.current().find(TARGET).value()));
    System.setProperty(TARGET, "dns:///two:2");
    live.reload();
    assertThat(told).containsExactly("dns:///three:3", "dns:///three:3");
  }

  @Test
  void a_change_that_means_nothing_is_not_taken_over() throws IOException {
    live.read();
    Files.writeString(file, "farcall.client.LiveConfigurationTest.tarket = dns:///another:2\n");
    live.reload();
    assertThatThrownBy(live::read)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("did you mean " + TARGET);
  }

  @Test
  void a_file_that_is_not_there_fails_the_start_and_later_changes_nothing() throws IOException {
    live.read();
    Files.delete(file);
    live.reload();
    assertThat(live.read().find(TARGET).value()).isEqualTo("dns:///one:1");
    assertThatThrownBy(() -> new LiveConfiguration().read())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(file.toString());
  }
}
