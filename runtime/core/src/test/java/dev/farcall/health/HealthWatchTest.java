package dev.farcall.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.annotation.Code;
import dev.farcall.call.Channel;
import dev.farcall.call.Failure;
import dev.farcall.call.Metadata;
import dev.farcall.call.Outcome;
import dev.farcall.call.Payload;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.time.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.SubmissionPublisher;
import org.junit.jupiter.api.Test;

class HealthWatchTest {

  private final ManualTime time = new ManualTime();
  private final Peer peer = new Peer();
  private final List<String> told = new ArrayList<>();
  private final CheckLimit limit = new CheckLimit(1);
  private final Pace pace = new Pace();
  private final HealthWatch watch =
      new HealthWatch(
          peer,
          HealthCheckOptions.DEFAULT,
          limit,
          pace,
          time,
          new HealthWatch.Listener() {
            @Override
            public void found(boolean healthy) {
              tell(healthy ? "well" : "not well");
            }

            @Override
            public void unreachable() {
              tell("unreachable");
            }
          });

  private void tell(String what) {
    assertThat(Thread.holdsLock(watch)).as("told with a lock held").isFalse();
    told.add(what);
  }

  /** How often, as the test says. */
  private static final class Pace implements HealthWatch.Pace {
    private boolean streaming = true;
    private boolean matters = true;

    @Override
    public long interval() {
      return Duration.ofSeconds(3).toNanos();
    }

    @Override
    public boolean isStreaming() {
      return streaming;
    }

    @Override
    public boolean matters() {
      return matters;
    }
  }

  private void begin() {
    watch.begin(0);
    time.advance(Duration.ZERO);
  }

  /** Nobody holds the only place of what is on its way. */
  private void assertNothingIsOnItsWay() {
    int before = told.size();
    limit.enter(() -> told.add("its turn"));
    assertThat(told).hasSize(before + 1);
  }

  /** A peer that answers as the test says. */
  private static final class Peer implements Channel {
    private Outcome watching = Outcome.OK;
    private Outcome checking = Outcome.OK;
    private Status status = Status.SERVING;
    private boolean silent;
    private boolean watchSilent;
    private int checks;
    private int watches;
    private final List<Request> requests = new ArrayList<>();
    private SubmissionPublisher<Payload> stream = stream();
    private CompletableFuture<Outcome> done = new CompletableFuture<>();

    private static SubmissionPublisher<Payload> stream() {
      return new SubmissionPublisher<>(Runnable::run, 16);
    }

    @Override
    public CompletionStage<Response> send(Request request) {
      requests.add(request);
      if (request.operation().method().equals("Watch")) {
        watches++;
        if (watchSilent) {
          return givenUp(request);
        }
        if (watching != Outcome.OK) {
          return failed(watching);
        }
        stream = stream();
        done = new CompletableFuture<>();
        return CompletableFuture.completedFuture(Response.streaming(stream, Metadata.EMPTY, done));
      }
      checks++;
      if (silent) {
        return givenUp(request);
      }
      return checking == Outcome.OK
          ? CompletableFuture.completedFuture(Response.of(payload(status), Metadata.EMPTY))
          : failed(checking);
    }

    private static CompletionStage<Response> givenUp(Request request) {
      CompletableFuture<Response> never = new CompletableFuture<>();
      request
          .cancellation()
          .onCancel(why -> never.complete(Response.failed(Failure.givenUp(why, "here"))));
      return never;
    }

    private static CompletionStage<Response> failed(Outcome outcome) {
      return CompletableFuture.completedFuture(
          Response.failed(Failure.of(outcome, Code.UNAVAILABLE, "as the test says")));
    }

    static Payload payload(Status status) {
      return Payload.of(HealthService.RESPONSE, status);
    }

    void say(Status status) {
      stream.submit(payload(status));
    }
  }

  @Test
  void what_the_peer_says_itself_holds_at_once() {
    begin();
    peer.say(Status.SERVING);
    peer.say(Status.NOT_SERVING);
    peer.say(Status.SERVING);
    peer.say(Status.SERVICE_UNKNOWN);
    assertThat(told).containsExactly("well", "not well", "well", "well");
    assertThat(peer.checks).isZero();
  }

  @Test
  void a_stream_that_ends_is_asked_for_again_less_and_less_often() {
    peer.checking = Outcome.NEVER_SENT;
    begin();
    peer.done.complete(Outcome.CONNECTION_LOST);
    assertThat(told).containsExactly("unreachable");
    peer.watching = Outcome.NEVER_SENT;
    time.advance(Duration.ofSeconds(10));
    assertThat(peer.watches).isBetween(2, 3); // after 3 s, and 6 s later
    time.advance(Duration.ofMinutes(2));
    assertThat(peer.watches).isBetween(9, 16); // each 12 s
    assertThat(peer.checks).isBetween(9, 16);
    assertThat(told).containsOnly("unreachable");
    peer.watching = Outcome.OK;
    peer.checking = Outcome.OK;
    time.advance(Duration.ofSeconds(15));
    peer.say(Status.SERVING);
    assertThat(told).last().isEqualTo("well");
    peer.done.complete(Outcome.OK); // as a server does that drains
    assertThat(told).last().isEqualTo("well");
    int before = peer.watches;
    time.advance(Duration.ofSeconds(4));
    assertThat(peer.watches).isEqualTo(before + 1);
    assertNothingIsOnItsWay();
  }

  @Test
  void a_stream_that_breaks_is_a_bad_answer() {
    peer.checking = Outcome.CONTRACT_MISMATCH;
    begin();
    peer.say(Status.SERVING);
    peer.done.complete(Outcome.SERVER_ERROR);
    assertThat(told).last().isEqualTo("well");
    peer.watching = Outcome.SERVER_ERROR;
    time.advance(Duration.ofSeconds(4));
    assertThat(told).last().isEqualTo("not well");
    peer.watching = Outcome.OK;
    time.advance(Duration.ofSeconds(15));
    peer.say(Status.SERVING);
    assertThat(told).last().isEqualTo("well");
  }

  @Test
  void a_peer_that_hangs_while_its_stream_is_open_is_found_out() {
    begin();
    peer.say(Status.SERVING);
    time.advance(Duration.ofSeconds(10));
    assertThat(peer.checks).isBetween(2, 4);
    peer.silent = true;
    time.advance(Duration.ofSeconds(9));
    assertThat(told).last().isEqualTo("not well");
    int before = peer.checks;
    time.advance(Duration.ofSeconds(60));
    assertThat(peer.checks - before).isBetween(4, 8); // each 12 s
    peer.silent = false;
    time.advance(Duration.ofSeconds(15));
    assertThat(told).last().isEqualTo("well");
    assertThat(peer.watches).isEqualTo(1);
  }

  @Test
  void a_stream_that_does_not_begin_in_time_holds_nobody_up() {
    peer.watchSilent = true;
    begin();
    time.advance(Duration.ofSeconds(1));
    assertNothingIsOnItsWay();
    limit.leave();
    time.advance(Duration.ofSeconds(5));
    assertThat(peer.checks).isPositive();
    assertThat(told).last().isEqualTo("well");
  }

  @Test
  void one_of_too_many_is_asked_without_a_stream_and_only_if_it_matters() {
    pace.streaming = false;
    pace.matters = false;
    begin();
    time.advance(Duration.ofSeconds(30));
    assertThat(peer.requests).isEmpty();
    pace.matters = true;
    peer.checking = Outcome.SERVER_ERROR;
    time.advance(Duration.ofSeconds(12));
    assertThat(told).last().isEqualTo("not well");
    pace.matters = false; // nobody calls it now, and yet it is to be called again
    peer.checking = Outcome.OK;
    time.advance(Duration.ofSeconds(15));
    assertThat(told).last().isEqualTo("well");
    assertThat(peer.watches).isZero();
    pace.streaming = true;
    pace.matters = true;
    time.advance(Duration.ofSeconds(4));
    assertThat(peer.watches).isEqualTo(1);
  }

  @Test
  void a_peer_without_streams_is_asked_each_three_seconds() {
    peer.watching = Outcome.CONTRACT_MISMATCH;
    begin();
    time.advance(Duration.ofSeconds(31));
    assertThat(peer.checks).isBetween(9, 13);
    assertThat(told).containsOnly("well");
  }

  @Test
  void it_takes_two_bad_answers_and_one_good() {
    peer.watching = Outcome.LOCAL_REJECT;
    begin();
    time.advance(Duration.ofMillis(10));
    peer.checking = Outcome.SERVER_ERROR;
    time.advance(Duration.ofSeconds(4));
    assertThat(told).containsOnly("well");
    time.advance(Duration.ofSeconds(4));
    assertThat(told).last().isEqualTo("not well");
    peer.checking = Outcome.OK;
    peer.status = Status.UNKNOWN;
    time.advance(Duration.ofSeconds(4));
    assertThat(told).last().isEqualTo("well");
    peer.status = Status.NOT_SERVING;
    time.advance(Duration.ofSeconds(8));
    assertThat(told).last().isEqualTo("not well");
    peer.checking = Outcome.NEVER_SENT;
    time.advance(Duration.ofSeconds(4));
    assertThat(told).last().isEqualTo("unreachable");
  }

  @Test
  void no_answer_within_a_second_is_a_bad_one() {
    peer.watching = Outcome.CONTRACT_MISMATCH;
    peer.silent = true;
    begin();
    time.advance(Duration.ofSeconds(10));
    assertThat(told).contains("not well");
    assertThat(peer.requests)
        .allMatch(r -> r.operation().method().equals("Watch") || r.deadline().isSet());
  }

  @Test
  void a_peer_that_knows_nothing_of_health_is_well_and_left_alone() {
    peer.watching = Outcome.CONTRACT_MISMATCH;
    peer.checking = Outcome.CONTRACT_MISMATCH;
    begin();
    time.advance(Duration.ofMinutes(1));
    assertThat(told).containsExactly("well");
    assertThat(peer.checks).isEqualTo(1);
  }

  @Test
  void closing_lets_go() {
    begin();
    watch.close();
    assertThat(peer.requests.get(0).cancellation().isCancelled()).isTrue();
    peer.say(Status.NOT_SERVING);
    peer.done.complete(Outcome.CANCELLED);
    watch.close();
    assertThat(told).as("nobody says otherwise any more").containsExactly("well");
    assertThat(time.pending()).isZero();
  }

  @Test
  void whoever_answers_is_there() {
    for (Outcome outcome : Outcome.values()) {
      peer.checking = outcome;
      boolean reached = HealthClient.reaches(peer, time).toCompletableFuture().join();
      boolean absent = outcome.score() == Outcome.Score.UNREACHABLE || outcome == Outcome.OWN_LIMIT;
      assertThat(reached).as(outcome.name()).isEqualTo(!absent);
    }
    peer.silent = true;
    CompletionStage<Boolean> silent = HealthClient.reaches(peer, time);
    time.advance(Duration.ofSeconds(1));
    assertThat(silent.toCompletableFuture().join()).isFalse();
  }
}
