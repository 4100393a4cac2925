package dev.farcall.intercept;

import static java.util.Objects.requireNonNull;

import dev.farcall.call.Channel;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.spi.Interceptor;
import dev.farcall.time.Time;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletionStage;

/**
 * Writes a line for each call, and for each request over HTTP that is none, to the {@link
 * System.Logger} {@code dev.farcall.access} at INFO: when it is answered, or, of a stream, when
 * that has ended. What is not there is left out.
 *
 * <pre>
 * method=shop.users.v1.UserService/GetUser line="GET /users/7" protocol=rest peer=10.0.0.7:40112
 *     principal=ada code=NOT_FOUND outcome=DECLARED_ERROR ms=1.204 id=5f0c…
 * </pre>
 *
 * <p>(In one line.) Arguments, results, queries, messages and credentials are never among it, and
 * nothing that a caller sends can begin a line or a field of its own: all but printable ASCII is
 * escaped.
 */
public final class AccessLog implements Interceptor {

  private final Time time;
  private final Logger log;

  /** A log. */
  public AccessLog() {
    this(Time.system());
  }

  /** A log on another clock. */
  public AccessLog(Time time) {
    this(time, System.getLogger("dev.farcall.access"));
  }

  AccessLog(Time time, Logger log) {
    this.time = requireNonNull(time, "time");
    this.log = log;
  }

  @Override
  public CompletionStage<Response> intercept(Request request, Channel next) {
    if (!log.isLoggable(Level.INFO)) {
      return next.send(request);
    }
    AccessEntry entry = new AccessEntry(request, time.now());
    return next.send(request.withOriginWatcher(entry))
        .whenComplete((response, impossible) -> answered(entry, response));
  }

  private void answered(AccessEntry entry, Response response) {
    if (response.isStream()) {
      response.done().whenComplete((outcome, impossible) -> log(entry.ended(response, outcome)));
    } else {
      log(entry.answered(response));
    }
  }

  private void log(AccessEntry entry) {
    log.log(Level.INFO, entry.line(time.now()));
  }

  @Override
  public String toString() {
    return "access log";
  }
}
