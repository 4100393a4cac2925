package dev.farcall.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.FileDescriptor;
import dev.farcall.annotation.Code;
import dev.farcall.call.CallContext;
import dev.farcall.call.CallException;
import dev.farcall.call.Cancellation;
import dev.farcall.call.Channel;
import dev.farcall.call.Deadline;
import dev.farcall.call.Handler;
import dev.farcall.call.Metadata;
import dev.farcall.call.Outcome;
import dev.farcall.call.Payload;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.fixture.Await;
import dev.farcall.fixture.Elements;
import dev.farcall.time.ManualTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class HealthTest {

  private final ManualTime time = new ManualTime();
  private final Queue<Runnable> tasks = new ArrayDeque<>();

  private Health health(Consumer<HealthChecks> checks) {
    return Health.of(checks, Set.of("test.Texts"), time, tasks::add);
  }

  private void runChecks() {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }

  private void pass(Duration duration) {
    time.advance(duration);
    runChecks();
  }

  private static Status check(Health health, String service) throws Exception {
    Handler.NonBlocking<?, ?> handler = (Handler.NonBlocking<?, ?>) health.handlers().get(0);
    @SuppressWarnings("unchecked")
    Handler.NonBlocking<String, Status> check = (Handler.NonBlocking<String, Status>) handler;
    return check.function().apply(service, CallContext.NONE);
  }

  @Test
  void a_server_without_checks_serves_from_its_start_to_its_stop() throws Exception {
    Health health = health(checks -> {});
    assertThat(check(health, "")).isEqualTo(Status.NOT_SERVING);
    health.started();
    assertThat(check(health, "")).isEqualTo(Status.SERVING);
    assertThat(check(health, "test.Texts")).isEqualTo(Status.SERVING);
    health.stopping();
    assertThat(check(health, "")).isEqualTo(Status.NOT_SERVING);
    assertThat(check(health, "liveness")).as("it is not to be killed").isEqualTo(Status.SERVING);
  }

  @Test
  void an_unknown_service_is_not_found() {
    assertThatThrownBy(() -> check(health(checks -> {}), "other"))
        .isInstanceOfSatisfying(
            CallException.class,
            e -> {
              assertThat(e.code()).isEqualTo(Code.NOT_FOUND);
              assertThat(e.received()).isFalse();
            });
  }

  @Test
  void a_server_is_ready_when_its_readiness_checks_are_well() throws Exception {
    AtomicBoolean well = new AtomicBoolean();
    Health health = health(checks -> checks.readiness("db", well::get));
    health.started();
    runChecks();
    assertThat(check(health, "readiness")).isEqualTo(Status.NOT_SERVING);
    well.set(true);
    pass(Duration.ofSeconds(5));
    assertThat(check(health, "readiness")).isEqualTo(Status.SERVING);
    well.set(false);
    pass(Duration.ofSeconds(5));
    assertThat(check(health, "readiness")).isEqualTo(Status.NOT_SERVING);
    assertThat(check(health, "liveness")).isEqualTo(Status.SERVING);
  }

  @Test
  void a_startup_check_is_not_asked_again_once_it_was_well() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    Health health = health(checks -> checks.startup("cache", () -> asked.incrementAndGet() == 2));
    health.started();
    runChecks();
    assertThat(check(health, "startup")).isEqualTo(Status.NOT_SERVING);
    pass(Duration.ofSeconds(5));
    pass(Duration.ofSeconds(5));
    assertThat(check(health, "startup")).isEqualTo(Status.SERVING);
    assertThat(asked).hasValue(2);
  }

  @Test
  void a_check_that_throws_is_a_no() throws Exception {
    Health health =
        health(
            checks ->
                checks.liveness(
                    "loop",
                    () -> {
                      throw new IllegalStateException("on purpose");
                    }));
    assertThat(check(health, "liveness")).isEqualTo(Status.SERVING);
    health.started();
    runChecks();
    assertThat(check(health, "liveness")).isEqualTo(Status.NOT_SERVING);
    assertThat(check(health, "")).isEqualTo(Status.NOT_SERVING);
  }

  @Test
  void a_check_that_hangs_is_a_no_and_is_not_begun_twice() throws Exception {
    Health health =
        health(checks -> checks.readiness("db", () -> true).every(Duration.ofSeconds(1)));
    health.started();
    runChecks();
    time.advance(Duration.ofSeconds(1));
    assertThat(tasks).as("begun, and hanging").hasSize(1);
    assertThat(check(health, "")).isEqualTo(Status.SERVING);
    time.advance(Duration.ofSeconds(1));
    assertThat(tasks).hasSize(1);
    assertThat(check(health, "")).isEqualTo(Status.NOT_SERVING);
    runChecks();
    assertThat(check(health, "")).isEqualTo(Status.SERVING);
  }

  @Test
  void a_server_that_stops_checks_no_more() {
    Health health = health(checks -> checks.readiness("db", () -> true));
    health.started();
    assertThat(time.pending()).isEqualTo(1);
    health.stopping();
    assertThat(time.pending()).isZero();
  }

  private static Response watch(Health health, String service, Cancellation cancellation)
      throws Exception {
    Channel watch = ((Handler.Raw<?, ?>) health.handlers().get(1)).channel();
    return Await.get(
        watch.send(
            Request.of(
                HealthService.WATCH,
                Payload.of(HealthService.REQUEST, service),
                Metadata.EMPTY,
                Deadline.NONE,
                cancellation)));
  }

  private static Elements<Status> subscribe(Response response) {
    Elements<Status> elements = new Elements<>(HealthService.RESPONSE);
    response.payloads().subscribe(elements);
    return elements;
  }

  @Test
  void who_watches_is_told_the_status_and_each_change_and_the_end() throws Exception {
    Health health = health(checks -> {});
    Response response = watch(health, "", new Cancellation());
    Elements<Status> elements = subscribe(response);
    elements.request(10);
    assertThat(elements.got()).containsExactly(Status.NOT_SERVING);
    health.started();
    assertThat(elements.got()).containsExactly(Status.NOT_SERVING, Status.SERVING);
    health.stopping();
    assertThat(elements.got())
        .containsExactly(Status.NOT_SERVING, Status.SERVING, Status.NOT_SERVING);
    assertThat(elements.end()).isNull();
    assertThat(Await.get(response.done())).isEqualTo(Outcome.OK);
  }

  @Test
  void who_is_slow_to_ask_gets_the_last_status_only() throws Exception {
    AtomicBoolean well = new AtomicBoolean(true);
    Health health = health(checks -> checks.readiness("db", well::get));
    health.started();
    Elements<Status> elements = subscribe(watch(health, "", new Cancellation()));
    runChecks();
    well.set(false);
    pass(Duration.ofSeconds(5));
    well.set(true);
    pass(Duration.ofSeconds(5));
    assertThat(elements.got()).isEmpty();
    elements.request(5);
    assertThat(elements.got()).containsExactly(Status.SERVING);
  }

  @Test
  void an_unknown_service_can_be_watched() throws Exception {
    Elements<Status> elements = subscribe(watch(health(checks -> {}), "other", new Cancellation()));
    elements.request(1);
    assertThat(elements.got()).containsExactly(Status.SERVICE_UNKNOWN);
    assertThat(elements.ended()).isFalse();
  }

  @Test
  void a_watch_that_is_given_up_hears_no_more() throws Exception {
    Health health = health(checks -> {});
    Cancellation cancellation = new Cancellation();
    Response response = watch(health, "", cancellation);
    Elements<Status> elements = subscribe(response);
    elements.request(5);
    cancellation.cancel(Cancellation.Reason.CALLER);
    health.started();
    assertThat(elements.got()).containsExactly(Status.NOT_SERVING);
    assertThat(Await.get(response.done())).isEqualTo(Outcome.CANCELLED);
  }

  @Test
  void a_demand_of_nothing_is_an_error() throws Exception {
    Elements<Status> elements = subscribe(watch(health(checks -> {}), "", new Cancellation()));
    elements.request(0);
    assertThat(elements.end()).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_schema_is_the_file_that_protoc_knows() throws Exception {
    FileDescriptor file =
        FileDescriptor.buildFrom(
            FileDescriptorProto.parseFrom(Health.schema().bytes()), new FileDescriptor[0]);
    assertThat(file.getName()).isEqualTo(Health.schema().path());
    assertThat(file.findServiceByName("Health").getMethods())
        .extracting(method -> method.getName())
        .containsExactly("Check", "Watch");
  }
}
