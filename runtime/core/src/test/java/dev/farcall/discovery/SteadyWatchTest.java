package dev.farcall.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.call.Endpoint;
import dev.farcall.spi.Discovery;
import dev.farcall.time.ManualTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds of endpoints while the place that tells them does not. */
class SteadyWatchTest {

  private final ManualTime time = new ManualTime();
  private final Place place = new Place();
  private final List<List<String>> told = new ArrayList<>();
  private final List<String> unknown = new ArrayList<>();

  /** A place whose words the test says. */
  private static final class Place implements Discovery {
    private final List<Listener> sessions = new ArrayList<>();
    private int open;
    private boolean closed;

    @Override
    public Watch watch(Listener listener) {
      sessions.add(listener);
      open++;
      return () -> open--;
    }

    Listener last() {
      return sessions.get(sessions.size() - 1);
    }

    void say(String... ids) {
      last().found(Stream.of(ids).map(SteadyWatchTest::endpoint).toList());
    }

    @Override
    public void close() {
      closed = true;
    }

    @Override
    public String toString() {
      return "a place";
    }
  }

  private static Endpoint endpoint(String id) {
    return Endpoint.of(id, 1).withId(id);
  }

  private DiscoveredEndpoints begin(Path file) {
    DiscoveredEndpoints endpoints = new DiscoveredEndpoints(place, file, time, Runnable::run);
    endpoints.begin(
        found -> told.add(found.stream().map(Endpoint::id).sorted().toList()), unknown::add);
    return endpoints;
  }

  private List<String> last() {
    return told.get(told.size() - 1);
  }

  @Test
  void changes_are_told_and_repetitions_are_not() {
    begin(null);
    place.say("a", "b");
    place.say("b", "a");
    place.say("a", "b", "c");
    place.say("c");
    assertThat(told).containsExactly(List.of("a", "b"), List.of("a", "b", "c"), List.of("c"));
  }

  @Test
  void what_was_good_last_holds_while_the_place_fails() {
    begin(null);
    place.say("a", "b");
    place.last().failed("no connection");
    time.advance(Duration.ofMinutes(10));
    assertThat(told).hasSize(1);
    assertThat(unknown).isEmpty();
    assertThat(place.open).isEqualTo(1);
  }

  @Test
  void it_is_asked_again_soon_and_then_less_often() {
    begin(null);
    int asked = 0;
    for (int i = 0; i < 60; i++) {
      place.last().failed("no connection");
      assertThat(place.open).isZero();
      time.advance(Duration.ofMillis(1_500));
      assertThat(place.sessions.size()).isGreaterThan(asked);
      asked = place.sessions.size();
    }
    assertThat(unknown).hasSize(60).containsOnly("no connection");
    place.say("a");
    assertThat(told).containsExactly(List.of("a"));
    place.last().failed("again");
    time.advance(Duration.ofMillis(50)); // it had answered, so soon again
    assertThat(place.open).isEqualTo(1);
  }

  @Test
  void after_a_failure_what_is_missing_is_kept_for_a_while_and_what_is_new_is_taken() {
    begin(null);
    place.say("a", "b", "c");
    place.last().failed("no connection");
    time.advance(Duration.ofSeconds(30));
    place.say("c", "d");
    assertThat(last()).containsExactly("a", "b", "c", "d");
    place.say("b", "c", "d"); // b has entered itself again
    time.advance(Duration.ofSeconds(9));
    assertThat(last()).containsExactly("a", "b", "c", "d");
    time.advance(Duration.ofSeconds(2));
    assertThat(last()).containsExactly("b", "c", "d");
  }

  @Test
  void what_goes_after_the_place_has_answered_again_is_gone_at_once() {
    begin(null);
    place.say("a", "b");
    place.last().failed("no connection");
    time.advance(Duration.ofSeconds(1));
    place.say("a", "b");
    place.say("b");
    assertThat(last()).containsExactly("b");
  }

  @Test
  void nothing_is_gone_while_nobody_can_tell() {
    begin(null);
    place.say("a", "b");
    place.last().failed("no connection");
    time.advance(Duration.ofSeconds(1));
    place.say("b");
    place.last().failed("no connection");
    time.advance(Duration.ofMinutes(5));
    assertThat(last()).containsExactly("a", "b");
  }

  @Test
  void an_empty_answer_is_believed_after_a_while() {
    begin(null);
    place.say("a", "b");
    place.say();
    assertThat(last()).containsExactly("a", "b");
    time.advance(Duration.ofSeconds(11));
    assertThat(last()).isEmpty();
    place.say("c");
    assertThat(last()).containsExactly("c");
  }

  @Test
  void an_answer_that_is_empty_from_the_first_is_no_failure() {
    begin(null);
    place.say();
    assertThat(told).containsExactly(List.of());
    assertThat(unknown).isEmpty();
  }

  @Test
  void what_a_watch_says_that_is_over_is_not_heard() {
    begin(null);
    place.say("a");
    Discovery.Listener old = place.last();
    old.failed("no connection");
    old.found(List.of(endpoint("x")));
    old.failed("no connection");
    time.advance(Duration.ofMillis(50));
    assertThat(place.sessions).hasSize(2);
    old.found(List.of(endpoint("x")));
    assertThat(told).containsExactly(List.of("a"));
  }

  @Test
  void changed_descriptions_are_told() {
    List<List<Endpoint>> all = new ArrayList<>();
    new DiscoveredEndpoints(place, null, time, Runnable::run).begin(all::add, why -> {});
    place.last().found(List.of(endpoint("a")));
    place.last().found(List.of(endpoint("a").withWeight(2)));
    assertThat(all).hasSize(2);
  }

  @Test
  void after_it_was_closed_nothing_happens() {
    DiscoveredEndpoints endpoints = begin(null);
    place.say("a");
    place.say();
    endpoints.close();
    place.say("b");
    place.last().failed("no connection");
    assertThat(time.pending()).isZero();
    assertThat(place.open).isZero();
    assertThat(place.closed).isTrue();
    assertThat(told).hasSize(1);
  }

  @Test
  void a_file_remembers_for_a_start_while_the_place_fails(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("deeper/users.endpoints");
    DiscoveredEndpoints first = begin(file);
    place
        .last()
        .found(
            List.of(
                endpoint("a").withZone("z").withMetadata(Map.of("version", "2")), endpoint("b")));
    first.close();
    told.clear();

    begin(file);
    assertThat(told).isEmpty(); // the place may yet know better
    place.last().failed("no connection");
    assertThat(told).containsExactly(List.of("a", "b"));
    assertThat(unknown).isEmpty();
    time.advance(Duration.ofSeconds(1));
    place.say("b", "c");
    assertThat(last()).containsExactly("a", "b", "c");
    time.advance(Duration.ofSeconds(11));
    assertThat(last()).containsExactly("b", "c");
    assertThat(Files.readString(file)).contains("\"id\":\"b\"").doesNotContain("\"id\":\"a\"");
  }

  @Test
  void a_file_that_cannot_be_read_is_no_reason_to_fail(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("users.endpoints");
    Files.write(
        file,
        "{\"host\":\"a\",\"port\":1}\nrubbish \u00ff\n{\"host\":\"b\",\"port\":2}\n"
            .getBytes(StandardCharsets.ISO_8859_1));
    begin(file);
    place.last().failed("no connection");
    assertThat(last()).containsExactly("a:1", "b:2");
    time.advance(Duration.ofSeconds(1));
    place.say("b");
    assertThat(Files.readString(file)).startsWith("{\"id\":");
  }

  @Test
  void of_two_lists_that_are_written_at_once_the_later_one_is_kept(@TempDir Path folder)
      throws IOException {
    Path path = folder.resolve("users.endpoints");
    SnapshotFile file = new SnapshotFile(path, Runnable::run);
    file.write(
        new AbstractList<>() {
          private boolean written;

          @Override
          public Endpoint get(int index) {
            if (!written) {
              written = true;
              file.write(List.of(endpoint("later"))); // while this one is being written
            }
            return endpoint("earlier");
          }

          @Override
          public int size() {
            return 1;
          }
        });
    assertThat(file.read()).containsExactly(endpoint("later"));
  }

  @Test
  void nothing_is_left_beside_a_file_that_cannot_be_written(@TempDir Path folder)
      throws IOException {
    Path inTheWay = Files.createDirectory(folder.resolve("users.endpoints"));
    Files.createFile(inTheWay.resolve("x"));
    new SnapshotFile(inTheWay, Runnable::run).write(List.of(endpoint("a")));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(inTheWay);
    }
  }

  @Test
  void a_composite_has_the_endpoints_of_all_and_waits_for_each_to_answer() {
    Place other = new Place();
    Discovery both = new CompositeDiscovery(List.of(place, other), time);
    new DiscoveredEndpoints(both, null, time, Runnable::run)
        .begin(found -> told.add(found.stream().map(Endpoint::id).toList()), unknown::add);
    place.say("a");
    assertThat(told).isEmpty();
    other.last().failed("no connection");
    assertThat(last()).containsExactly("a");
    time.advance(Duration.ofSeconds(1));
    other.say("b");
    assertThat(last()).containsExactly("a", "b");
    other.last().failed("no connection");
    place.say("c");
    assertThat(last()).containsExactly("c", "b");
  }

  @Test
  void a_fallback_is_called_while_the_first_knows_nobody() {
    Place other = new Place();
    Discovery either = new FallbackDiscovery(List.of(place, other), time);
    new DiscoveredEndpoints(either, null, time, Runnable::run)
        .begin(found -> told.add(found.stream().map(Endpoint::id).toList()), unknown::add);
    other.say("b");
    assertThat(told).isEmpty();
    place.last().failed("no connection");
    assertThat(last()).containsExactly("b");
    time.advance(Duration.ofSeconds(1));
    place.say("a");
    assertThat(last()).contains("a");
    time.advance(Duration.ofSeconds(1));
    place.last().failed("no connection");
    assertThat(last()).contains("a");
    place.say();
    assertThat(unknown).isEmpty();
  }

  @Test
  void where_all_fail_each_tells_why() {
    Place other = new Place();
    Discovery either = new FallbackDiscovery(List.of(place, other), time);
    new DiscoveredEndpoints(either, null, time, Runnable::run).begin(found -> {}, unknown::add);
    place.last().failed("etcd is down");
    other.last().failed("no such host");
    assertThat(unknown).containsExactly("etcd is down; no such host");
  }

  @Test
  void what_a_killed_process_has_left_beside_a_snapshot_is_removed(@TempDir Path folder)
      throws IOException {
    FileTime longAgo = FileTime.from(Instant.now().minus(Duration.ofMinutes(5)));
    Path left = Files.createFile(folder.resolve("users.8093.new"));
    List<Path> stay =
        List.of(
            Files.createFile(folder.resolve("users.2.17.new")), // of the snapshot users.2
            Files.createFile(folder.resolve("users.my.new")),
            Files.createFile(folder.resolve("users2.17.new")));
    for (Path old : Stream.concat(Stream.of(left), stay.stream()).toList()) {
      Files.setLastModifiedTime(old, longAgo);
    }
    Path beingWritten = Files.createFile(folder.resolve("users.8094.new"));
    new SnapshotFile(folder.resolve("users"), Runnable::run).write(List.of(endpoint("a")));
    assertThat(left).doesNotExist();
    assertThat(stay).allMatch(Files::exists);
    assertThat(beingWritten).exists();
    assertThat(folder.resolve("users")).exists();
  }
}
