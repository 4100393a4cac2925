package dev.farcall.http;

import dev.farcall.annotation.Code;
import dev.farcall.call.Deadline;
import dev.farcall.call.Failure;
import dev.farcall.call.Format;
import dev.farcall.call.JsonFormat;
import dev.farcall.call.Payload;
import dev.farcall.call.Request;
import dev.farcall.protocol.UnreadableException;
import dev.farcall.spi.ServedServices;
import dev.farcall.wire.DecodeException;
import dev.farcall.wire.DecodeLimits;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes Connect's calls with one message each way: {@code POST /shop.UserService/GetUser}, and
 * {@code GET} of methods that are safe.
 *
 * @see <a href="https://connectrpc.com/docs/protocol">Connect's protocol</a>
 */
final class ConnectDoor implements FrontDoor {

  private static final String JSON = "application/json";
  private static final String PROTO = "application/proto";

  private final Map<String, ServedServices.Method> methods = new HashMap<>();
  private final DecodeLimits limits;

  ConnectDoor(ServedServices services) {
    for (ServedServices.Method method : services.methods()) {
      methods.put("/" + method.operation().path(), method);
    }
    this.limits = Limits.of(services);
  }

  @Override
  public boolean take(HttpExchange exchange) {
    ServedServices.Method method = methods.get(exchange.path());
    if (method == null) {
      return false;
    }
    switch (exchange.method()) {
      case "POST" -> post(exchange, method);
      case "GET" -> get(exchange, method);
      default -> refuseVerb(exchange, method);
    }
    return true;
  }

  private static void refuseVerb(HttpExchange exchange, ServedServices.Method method) {
    Refusal.wrongVerb(exchange, method.operation().safe() ? "GET, POST" : "POST");
  }

  private void post(HttpExchange exchange, ServedServices.Method method) {
    Format format = format(exchange.contentType());
    if (format == null
        || isStream(method)
        || !HeaderValues.isUtf8(exchange.header("content-type"))) {
      refuseType(exchange);
      return;
    }
    String version = exchange.header("connect-protocol-version");
    if (version != null && !version.equals("1")) {
      invalid(exchange, "connect-protocol-version is unknown (expected: 1)");
      return;
    }
    Deadline deadline = Deadlines.read(exchange, ErrorFormat.CONNECT);
    if (deadline != null) {
      exchange.readBody(
          ErrorFormat.CONNECT, body -> dispatch(exchange, method, format, body, deadline));
    }
  }

  private void get(HttpExchange exchange, ServedServices.Method method) {
    if (!method.operation().safe() || isStream(method)) {
      refuseVerb(exchange, method);
      return;
    }
    Deadline deadline = Deadlines.read(exchange, ErrorFormat.CONNECT);
    if (deadline == null) {
      return;
    }
    ConnectQuery query;
    byte[] message;
    try {
      query = ConnectQuery.parse(exchange.query());
      message = query.message(limits.maxBytes());
    } catch (DecodeException malformed) {
      invalid(exchange, String.valueOf(malformed.getMessage()));
      return;
    } catch (UnreadableException unreadable) {
      exchange.refuse(
          ErrorFormat.CONNECT,
          400,
          Refusal.failure(unreadable.code(), String.valueOf(unreadable.getMessage())));
      return;
    }
    if (!query.isKnownCompression()) {
      Failure failure =
          Refusal.failure(Code.UNIMPLEMENTED, "compression is unknown (expected: gzip, identity)");
      exchange.refuse(ErrorFormat.CONNECT, 501, failure);
      return;
    }
    Format format = format("application/" + query.encoding());
    if (format == null) {
      refuseType(exchange);
      return;
    }
    dispatch(exchange, method, format, message, deadline);
  }

  private static boolean isStream(ServedServices.Method method) {
    return method.operation().kind().requestStream() || method.operation().kind().responseStream();
  }

  private static @Nullable Format format(String type) {
    return switch (type) {
      case JSON -> JsonFormat.PROTO;
      case PROTO -> Format.PROTOBUF;
      default -> null;
    };
  }

  private static void refuseType(HttpExchange exchange) {
    Failure failure =
        Refusal.failure(
            Code.UNKNOWN,
            "the type of the request is not known here (expected: " + JSON + " or " + PROTO + ")");
    exchange.answerNoCall(
        ErrorFormat.CONNECT,
        failure,
        ErrorFormat.CONNECT.answer(415, failure).with("accept-post", JSON + ", " + PROTO));
  }

  private static void invalid(HttpExchange exchange, String message) {
    exchange.refuse(ErrorFormat.CONNECT, 400, Refusal.failure(Code.INVALID_ARGUMENT, message));
  }

  private void dispatch(
      HttpExchange exchange,
      ServedServices.Method method,
      Format format,
      byte[] message,
      Deadline deadline) {
    String type = format == JsonFormat.PROTO ? JSON : PROTO;
    Request request =
        Request.of(
                method.operation(),
                Payload.received(message, format, limits),
                exchange.metadata(),
                deadline,
                exchange.cancellation())
            .received(exchange.origin("connect"), format);
    exchange.send(
        method.channel(),
        request,
        response ->
            exchange.write(
                UnaryAnswer.of(
                    request,
                    response,
                    ErrorFormat.CONNECT,
                    limits.maxBytes(),
                    body -> Answer.of(200, type, body))));
  }
}
