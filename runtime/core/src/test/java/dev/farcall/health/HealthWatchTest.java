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
  private final HealthWatch watch =
      new HealthWatch(
          peer,
          time,
          new HealthWatch.Listener() {
            @Override
            public void found(boolean healthy) {
              told.add(healthy ? "well" : "not well");
            }

            @Override
            public void unreachable() {
              told.add("unreachable");
            }
          });

  /** A peer that answers as the test says. */
  private static final class Peer implements Channel {
    private Outcome watching = Outcome.OK;
    private Outcome checking = Outcome.OK;
    private Status status = Status.SERVING;
    private boolean silent;
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
        if (watching != Outcome.OK) {
          return failed(watching);
        }
        stream = stream();
        done = new CompletableFuture<>();
        return CompletableFuture.completedFuture(Response.streaming(stream, Metadata.EMPTY, done));
      }
      checks++;
      if (silent) {
        CompletableFuture<Response> never = new CompletableFuture<>();
        request
            .cancellation()
            .onCancel(why -> never.complete(Response.failed(Failure.givenUp(why, "here"))));
        return never;
      }
      return checking == Outcome.OK
          ? CompletableFuture.completedFuture(Response.of(payload(status), Metadata.EMPTY))
          : failed(checking);
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
    watch.begin();
    peer.say(Status.SERVING);
    peer.say(Status.NOT_SERVING);
    peer.say(Status.SERVING);
    peer.say(Status.SERVICE_UNKNOWN);
    assertThat(told).containsExactly("well", "not well", "well", "well");
    assertThat(peer.checks).isZero();
  }

  @Test
  void a_stream_that_ends_is_asked_for_again() {
    watch.begin();
    peer.done.complete(Outcome.CONNECTION_LOST);
    assertThat(told).containsExactly("unreachable");
    peer.watching = Outcome.NEVER_SENT;
    time.advance(Duration.ofSeconds(10));
    assertThat(told).containsOnly("unreachable");
    peer.watching = Outcome.OK;
    time.advance(Duration.ofSeconds(4));
    peer.say(Status.SERVING);
    assertThat(told).last().isEqualTo("well");
    peer.done.complete(Outcome.OK); // as a server does that drains
    int before = peer.watches;
    time.advance(Duration.ofSeconds(4));
    assertThat(peer.watches).isEqualTo(before + 1);
  }

  @Test
  void a_peer_without_streams_is_asked_each_three_seconds() {
    peer.watching = Outcome.CONTRACT_MISMATCH;
    watch.begin();
    time.advance(Duration.ofSeconds(31));
    assertThat(peer.checks).isBetween(9, 13);
    assertThat(told).containsOnly("well");
  }

  @Test
  void it_takes_two_bad_answers_and_one_good() {
    peer.watching = Outcome.LOCAL_REJECT;
    watch.begin();
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
    watch.begin();
    time.advance(Duration.ofSeconds(10));
    assertThat(told).contains("not well");
    assertThat(peer.requests)
        .allMatch(r -> r.operation().method().equals("Watch") || r.deadline().isSet());
  }

  @Test
  void a_peer_that_knows_nothing_of_health_is_well_and_left_alone() {
    peer.watching = Outcome.CONTRACT_MISMATCH;
    peer.checking = Outcome.CONTRACT_MISMATCH;
    watch.begin();
    time.advance(Duration.ofMinutes(1));
    assertThat(told).containsExactly("well");
    assertThat(peer.checks).isEqualTo(1);
  }

  @Test
  void closing_lets_go() {
    watch.begin();
    watch.close();
    assertThat(peer.requests.get(0).cancellation().isCancelled()).isTrue();
    peer.say(Status.NOT_SERVING);
    peer.done.complete(Outcome.CANCELLED);
    assertThat(told).isEmpty();
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
