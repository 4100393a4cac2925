package dev.farcall.balance;

import dev.farcall.call.Endpoint;
import dev.farcall.call.Failure;
import dev.farcall.call.LiveEndpoint;
import dev.farcall.call.Outcome;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.fixture.Script;
import dev.farcall.spi.Link;
import dev.farcall.time.ManualTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Servers of a test, each of which answers as it is told to. */
final class Places {

  private final Map<String, Place> byId = new LinkedHashMap<>();

  /** One of them. */
  static final class Place implements Link {
    final String name;
    int calls;
    boolean closed;
    int closes;
    boolean reachable = true;
    Outcome outcome = Outcome.OK;
    boolean silent;
    final List<CompletableFuture<Response>> held = new ArrayList<>();

    Place(String name) {
      this.name = name;
    }

    @Override
    public CompletionStage<Response> send(Request request) {
      calls++;
      if (silent) {
        CompletableFuture<Response> later = new CompletableFuture<>();
        held.add(later);
        return later;
      }
      return CompletableFuture.completedFuture(answer());
    }

    private Response answer() {
      Outcome end = reachable ? outcome : Outcome.NEVER_SENT;
      return end == Outcome.OK
          ? Script.ok(name)
          : Response.failed(Failure.of(end, dev.farcall.annotation.Code.UNAVAILABLE, name));
    }

    void answerHeld() {
      held.forEach(later -> later.complete(answer()));
      held.clear();
    }

    @Override
    public void close() {
      closed = true;
      closes++;
    }
  }

  Place at(String name) {
    return byId.computeIfAbsent(name, Place::new);
  }

  /** An endpoint of that name. */
  static Endpoint endpoint(String name) {
    return Endpoint.of(name, 1).withId(name);
  }

  static List<Endpoint> endpoints(int count) {
    List<Endpoint> endpoints = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      endpoints.add(endpoint("e" + i));
    }
    return endpoints;
  }

  static List<LiveEndpoint> live(List<Endpoint> endpoints) {
    return endpoints.stream().map(LiveEndpoint::new).toList();
  }

  EndpointGroup group(ManualTime time, EndpointGroup.Options options) {
    Links links =
        new Links(
            endpoint -> at(endpoint.host()),
            channel -> CompletableFuture.completedFuture(((Place) channel).reachable));
    return new EndpointGroup(options, links, time, Runnable::run);
  }

  EndpointGroup group(ManualTime time) {
    return group(time, new EndpointGroup.Options("the test", "", 0, true));
  }

  LiveEndpoint live(EndpointGroup group, String name) {
    return find(group, name).orElseThrow();
  }

  static Optional<LiveEndpoint> find(EndpointGroup group, String name) {
    return group.endpoints().stream().filter(each -> each.endpoint().id().equals(name)).findFirst();
  }

  static @Nullable Failure failure(CompletionStage<Response> stage) {
    return stage.toCompletableFuture().join().failure();
  }
}
