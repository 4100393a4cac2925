package dev.farcall.http;

import dev.farcall.annotation.Code;
import dev.farcall.call.Channel;
import dev.farcall.call.Deadline;
import dev.farcall.call.Operation;
import dev.farcall.call.Payload;
import dev.farcall.call.Request;
import dev.farcall.protocol.ServerExchange;
import dev.farcall.route.Route;
import dev.farcall.route.RouteTable;
import dev.farcall.route.Verb;
import dev.farcall.spi.ServedServices;
import dev.farcall.wire.DecodeException;
import dev.farcall.wire.DecodeLimits;
import io.vertx.core.http.HttpHeaders;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes requests to the routes of methods: JSON there, and JSON or a stream of it back. */
final class RestDoor implements FrontDoor {

  static final String JSON = "application/json";

  private static final byte[] NOTHING = {};

  private final RouteTable<Target> table;
  private final DecodeLimits limits;

  /** Where a route leads. */
  record Target(Route<?, ?> route, Operation<?, ?> operation, Channel channel) {
    @Override
    public String toString() {
      return operation.toString();
    }
  }

  RestDoor(ServedServices services) {
    RouteTable.Builder<Target> builder = RouteTable.builder();
    for (ServedServices.Method method : services.methods()) {
      for (Route<?, ?> route : method.operation().routes()) {
        builder.add(
            route.verb(),
            route.template(),
            new Target(route, method.operation(), method.channel()));
      }
    }
    this.table = builder.build();
    this.limits = Limits.of(services);
  }

  @Override
  public boolean take(HttpExchange exchange) {
    String method = exchange.method();
    @Nullable Verb verb = method.equals("HEAD") ? Verb.GET : Verb.of(method);
    RouteTable.Match<Target> match;
    try {
      match = table.match(verb, exchange.path());
    } catch (DecodeException malformed) {
      Refusal.refuse(exchange, 400, Code.INVALID_ARGUMENT, String.valueOf(malformed.getMessage()));
      return true;
    }
    if (match instanceof RouteTable.Found<Target> found) {
      call(exchange, found);
      return true;
    }
    if (match instanceof RouteTable.OtherVerbs<Target> others) {
      refuseVerb(exchange, method, others.allowed());
      return true;
    }
    return false;
  }

  private static void refuseVerb(HttpExchange exchange, String method, Set<Verb> verbs) {
    StringBuilder allowed = new StringBuilder();
    for (Verb verb : verbs) {
      allowed.append(verb == Verb.GET ? "GET, HEAD" : verb.name()).append(", ");
    }
    String list = allowed.append("OPTIONS").toString();
    if (method.equals("OPTIONS")) {
      exchange.answerNoCall(ErrorFormat.PROBLEM, null, Answer.empty(204).with("allow", list));
    } else {
      Refusal.wrongVerb(exchange, list);
    }
  }

  private void call(HttpExchange exchange, RouteTable.Found<Target> found) {
    Deadline deadline = Deadlines.read(exchange, ErrorFormat.PROBLEM);
    if (deadline == null) {
      return;
    }
    String accept = exchange.header(HttpHeaders.ACCEPT);
    boolean stream = found.target().operation().kind().responseStream();
    StreamText text = stream ? StreamText.accepted(accept) : null;
    if (stream ? text == null : !HeaderValues.acceptsType(accept, JSON)) {
      Refusal.refuse(
          exchange, 406, Code.INVALID_ARGUMENT, "the answer is of no type that is accepted");
      return;
    }
    if (text != null && exchange.method().equals("HEAD")) {
      exchange.answerNoCall(ErrorFormat.PROBLEM, null, Answer.of(200, text.contentType, NOTHING));
      return;
    }
    Verb verb = found.target().route().verb();
    if (verb == Verb.GET || verb == Verb.DELETE) {
      dispatch(exchange, found, NOTHING, deadline, text);
      return;
    }
    String type = exchange.contentType();
    boolean json = isJson(exchange, type);
    if (!json && !type.isEmpty() && !"0".equals(exchange.header(HttpHeaders.CONTENT_LENGTH))) {
      refuseType(exchange);
      return;
    }
    exchange.readBody(
        ErrorFormat.PROBLEM,
        body -> {
          if (body.length > 0 && !json) {
            refuseType(exchange);
          } else {
            dispatch(exchange, found, body, deadline, text);
          }
        });
  }

  private static boolean isJson(HttpExchange exchange, String type) {
    return (type.equals(JSON) || (type.startsWith("application/") && type.endsWith("+json")))
        && HeaderValues.isUtf8(exchange.header(HttpHeaders.CONTENT_TYPE));
  }

  private static void refuseType(HttpExchange exchange) {
    Refusal.refuse(
        exchange,
        415,
        Code.INVALID_ARGUMENT,
        "the body is of a type that is not known here (expected: application/json in UTF-8)");
  }

  private void dispatch(
      HttpExchange exchange,
      RouteTable.Found<Target> found,
      byte[] body,
      Deadline deadline,
      @Nullable StreamText text) {
    if (text == null) {
      dispatch(exchange, found, body, deadline);
      return;
    }
    Target target = found.target();
    ServerExchange.Head head =
        new ServerExchange.Head(
            exchange.metadata(),
            deadline,
            exchange.origin("rest"),
            new RestElements(new RestRequest(found, exchange.query()), target.route()));
    new RestStreamCall(
            exchange,
            target.route().status(),
            text,
            head,
            target.operation(),
            target.channel(),
            limits)
        .open(body);
  }

  private void dispatch(
      HttpExchange exchange, RouteTable.Found<Target> found, byte[] body, Deadline deadline) {
    Target target = found.target();
    RestAnswer format = new RestAnswer(target.route());
    Request request =
        Request.of(
                target.operation(),
                Payload.received(body, new RestRequest(found, exchange.query()), limits),
                exchange.metadata(),
                deadline,
                exchange.cancellation())
            .received(exchange.origin("rest"), format);
    exchange.send(
        target.channel(),
        request,
        response ->
            exchange.write(
                UnaryAnswer.of(
                    request, response, ErrorFormat.PROBLEM, limits.maxBytes(), format::answer)));
  }
}
