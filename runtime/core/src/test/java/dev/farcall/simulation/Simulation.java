package dev.farcall.simulation;

import dev.farcall.call.Cancellation;
import dev.farcall.call.Channel;
import dev.farcall.call.Failure;
import dev.farcall.call.Operation;
import dev.farcall.call.Outcome;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.fixture.Texts;
import dev.farcall.pipeline.ClientPipeline;
import dev.farcall.resilience.CircuitBreaker;
import dev.farcall.time.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** So many clients, each with a pipeline of its own, that call one server at random moments. */
final class Simulation {

  private static final int CLIENTS = 2_000;
  private static final double CALLS_PER_SECOND = 0.5; // of each
  private static final int ROW_SECONDS = 5;

  private final Trouble trouble;
  private final ManualTime time = new ManualTime();
  private final long start = time.now();
  private final Random random = new Random(1);
  private final List<ClientPipeline> clients = new ArrayList<>();
  private final Operation<String, String> operation;
  private final List<Row> rows = new ArrayList<>();
  private int inFlight;

  /** What happened in some seconds. */
  static final class Row {
    int offered;
    int sent;
    int answered;
    int failed;
    int rejected;
    double waited;
    int open;
  }

  private Simulation(Trouble trouble, String... policies) {
    this.trouble = trouble;
    this.operation = Texts.unary("Get").safe().policies(policies).build();
    for (int i = 0; i < Trouble.SECONDS / ROW_SECONDS; i++) {
      rows.add(new Row());
    }
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(new ClientPipeline(new Server(), time, null));
    }
  }

  /** What happened, in rows of five seconds. */
  static List<Row> run(Trouble trouble, String... policies) {
    Simulation simulation = new Simulation(trouble, policies);
    simulation.clients.forEach(simulation::scheduleCall);
    for (Row row : simulation.rows) {
      simulation.time.advance(Duration.ofSeconds(ROW_SECONDS));
      for (ClientPipeline client : simulation.clients) {
        CircuitBreaker breaker = client.objects(simulation.operation).circuitBreaker();
        row.open += breaker != null && breaker.state() != CircuitBreaker.State.CLOSED ? 1 : 0;
      }
    }
    return simulation.rows;
  }

  private double second() {
    return (time.now() - start) / 1e9;
  }

  private Row row() {
    return rows.get(Math.min(rows.size() - 1, (int) (second() / ROW_SECONDS)));
  }

  private void scheduleCall(ClientPipeline client) {
    double wait = -StrictMath.log(1 - random.nextDouble()) / CALLS_PER_SECOND; // Poisson
    time.schedule(
        (long) (wait * 1e9),
        () -> {
          call(client);
          scheduleCall(client);
        });
  }

  private void call(ClientPipeline client) {
    row().offered++;
    double began = second();
    client
        .stack(operation)
        .send(Texts.request(operation, "a"))
        .thenAccept(response -> ended(response, second() - began));
  }

  private void ended(Response response, double seconds) {
    Row row = row();
    Failure failure = response.failure();
    row.waited += seconds;
    if (failure == null) {
      row.answered++;
    } else if (failure.outcome() == Outcome.LOCAL_REJECT) {
      row.rejected++;
    } else {
      row.failed++;
    }
  }

  /** Does what the trouble says, and stops when the call is given up. */
  private final class Server implements Channel {

    @Override
    public CompletionStage<Response> send(Request request) {
      row().sent++;
      inFlight++;
      Trouble.Answer answer = trouble.answer(second(), inFlight);
      CompletableFuture<Response> stage = new CompletableFuture<>();
      if (answer.seconds() < Double.POSITIVE_INFINITY) {
        time.schedule((long) (answer.seconds() * 1e9), () -> stage.complete(answer.response()));
      }
      Cancellation.Listener listener =
          request
              .cancellation()
              .onCancel(reason -> stage.complete(Response.failed(Failure.givenUp(reason, "it"))));
      return stage.thenApply(
          response -> {
            listener.remove();
            inFlight--;
            return response;
          });
    }
  }
}
