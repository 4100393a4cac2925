package dev.farcall.http;

import dev.farcall.annotation.Code;
import dev.farcall.call.Channel;
import dev.farcall.call.Deadline;
import dev.farcall.call.Failure;
import dev.farcall.call.Kind;
import dev.farcall.call.Operation;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.http.EnvelopeProtocol.Family;
import dev.farcall.protocol.Gzip;
import dev.farcall.protocol.ServerExchange;
import dev.farcall.spi.ServedServices;
import dev.farcall.wire.DecodeLimits;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Takes calls of gRPC, of gRPC-Web and the streams of Connect. */
final class GrpcDoor implements FrontDoor {

  private final ServedServices services;
  private final boolean gzip;
  private final DecodeLimits limits;
  private final Map<String, Served> byPath = new HashMap<>();

  /** A method, and what its origin says of each call. */
  private record Served(Operation<?, ?> operation, Channel channel, String requestLine) {}

  GrpcDoor(ServedServices services, boolean gzip) {
    this.services = services;
    this.gzip = gzip;
    this.limits =
        new DecodeLimits(
            services.maxMessageBytes(),
            DecodeLimits.DEFAULT.maxDepth(),
            DecodeLimits.DEFAULT.maxElements());
    for (ServedServices.Method method : services.methods()) {
      String path = "/" + method.operation().path();
      byPath.put(path, new Served(method.operation(), method.channel(), "POST " + path));
    }
  }

  @Override
  public boolean take(HttpExchange http) {
    String contentType = http.contentType();
    if (!EnvelopeProtocol.isEnveloped(contentType)) {
      return false;
    }
    EnvelopeProtocol protocol = EnvelopeProtocol.of(contentType);
    Served method = byPath.get(http.path());
    if (protocol == null) {
      String text = contentType + " (expected: +proto or +json)";
      http.refuseAndClose(ErrorFormat.PROBLEM, 415, Refusal.failure(Code.INVALID_ARGUMENT, text));
    } else if (!http.method().equals("POST")) {
      Failure failure = Refusal.failure(Code.UNIMPLEMENTED, http.method() + " (expected: POST)");
      http.answerNoCall(
          ErrorFormat.PROBLEM,
          failure,
          ErrorFormat.PROBLEM.answer(405, failure).with("allow", "POST").closing());
    } else if (method == null) {
      return unknown(http, protocol);
    } else if (!http.isHttp2() && needsHttp2(protocol, method)) {
      String text = "HTTP/1.1 (expected: HTTP/2, which this call cannot do without)";
      http.refuseAndClose(ErrorFormat.PROBLEM, 505, Refusal.failure(Code.UNIMPLEMENTED, text));
    } else if (protocol.family() == Family.CONNECT && method.operation().kind() == Kind.UNARY) {
      String text = contentType + " (expected: application/json or application/proto)";
      http.refuseAndClose(ErrorFormat.CONNECT, 415, Refusal.failure(Code.INVALID_ARGUMENT, text));
    } else {
      begin(http, protocol, method);
    }
    return true;
  }

  private static boolean needsHttp2(EnvelopeProtocol protocol, Served method) {
    return protocol.family() == Family.GRPC || method.operation().kind() == Kind.BIDI_STREAMING;
  }

  private void begin(HttpExchange http, EnvelopeProtocol protocol, Served method) {
    Family family = protocol.family();
    boolean compress = gzip && HeaderValues.accepts(http.header(family.acceptEncoding), Gzip.NAME);
    EnvelopeWriter writer = protocol.writer(http, compress);
    String encoding = http.header(family.encoding);
    boolean compressed = Gzip.NAME.equals(encoding);
    if (encoding != null && !compressed && !encoding.equals("identity")) {
      http.response().headers().set(family.acceptEncoding, Gzip.NAME);
      String text = family.encoding + " is unknown (expected: gzip)";
      refuse(http, protocol, writer, Refusal.failure(Code.UNIMPLEMENTED, text));
      return;
    }
    Deadline deadline = Deadline.NONE;
    String timeout = http.header(family.timeout);
    if (timeout != null) {
      long nanos = protocol.timeout(timeout);
      if (nanos < 0) {
        refuse(
            http,
            protocol,
            writer,
            Refusal.failure(Code.INVALID_ARGUMENT, protocol.expectedTimeout()));
        return;
      }
      deadline = Deadline.after(nanos, services.time().now());
    }
    ServerExchange.Head head =
        new ServerExchange.Head(
            http.metadata(),
            deadline,
            http.origin(protocol.name(), method.requestLine()),
            protocol.format());
    WebText text = family == Family.WEB_TEXT ? new WebText() : null;
    new EnvelopedCall(
            http, writer, head, method.operation(), method.channel(), limits, text, compressed)
        .open(method.operation().kind().responseStream());
  }

  /** Connect has no answer of its own for what is not there. */
  private boolean unknown(HttpExchange http, EnvelopeProtocol protocol) {
    if (protocol.family() == Family.CONNECT) {
      return false;
    }
    String path = http.path().startsWith("/") ? http.path().substring(1) : http.path();
    refuse(http, protocol, protocol.writer(http, false), services.unknown(path));
    return true;
  }

  /** Answers what does not become a call, behind the interceptors. */
  private void refuse(
      HttpExchange http, EnvelopeProtocol protocol, EnvelopeWriter writer, Failure failure) {
    Channel end = call -> CompletableFuture.completedFuture(Response.failed(failure));
    Request call =
        ServedServices.noCall(http.metadata(), http.origin(protocol.name()), http.cancellation());
    http.send(
        services.interceptors().around(end),
        call,
        response -> http.onLoop(() -> end(http, writer, response.failure(), failure)));
  }

  private static void end(
      HttpExchange http, EnvelopeWriter writer, @Nullable Failure found, Failure otherwise) {
    if (!http.isEnded()) {
      writer
          .end(found == null ? otherwise : found)
          .onComplete(
              left -> {
                if (!http.request().isEnded()) {
                  http.discard();
                }
              });
    }
  }
}
