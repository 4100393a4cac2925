package dev.farcall.health;

import dev.farcall.route.Route;
import dev.farcall.route.RouteReader;
import dev.farcall.route.RouteWriter;
import dev.farcall.route.Verb;
import dev.farcall.wire.JsonReader;
import dev.farcall.wire.JsonWriter;

/** {@code GET /health/ready}, as clients over REST ask for it; servers answer it by themselves. */
final class HealthRoute extends Route<String, Status> {

  HealthRoute() {
    super(Verb.GET, "/health/ready", 200);
  }

  @Override
  public void write(String service, RouteWriter out) {}

  @Override
  protected String readRequest(RouteReader in) {
    return "";
  }

  @Override
  public boolean writeResult(Status result, JsonWriter out) {
    HealthService.RESPONSE.write(result, out);
    return true;
  }

  @Override
  public Status readResult(JsonReader in) {
    byte[] unused = in.raw(); // it has answered with 200: it is well, however it says so
    return Status.SERVING;
  }

  @Override
  public Status absentResult() {
    return Status.SERVING;
  }
}
