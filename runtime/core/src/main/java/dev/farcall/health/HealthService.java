package dev.farcall.health;

import dev.farcall.annotation.Code;
import dev.farcall.call.CallException;
import dev.farcall.call.Failure;
import dev.farcall.call.Handler;
import dev.farcall.call.Kind;
import dev.farcall.call.Metadata;
import dev.farcall.call.Operation;
import dev.farcall.call.Outcome;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.wire.DecodeException;
import dev.farcall.wire.JsonName;
import dev.farcall.wire.JsonNames;
import dev.farcall.wire.JsonReader;
import dev.farcall.wire.JsonWriter;
import dev.farcall.wire.MessageCodec;
import dev.farcall.wire.ProtobufReader;
import dev.farcall.wire.ProtobufWriter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * {@code grpc.health.v1.Health}: {@code Check} tells the status, {@code Watch} each change of it.
 */
final class HealthService {

  static final String SERVICE = "grpc.health.v1.Health";
  static final RequestCodec REQUEST = new RequestCodec();
  static final ResponseCodec RESPONSE = new ResponseCodec();

  static final Operation<String, Status> CHECK =
      Operation.unary(SERVICE, "Check", REQUEST, RESPONSE).safe().build();

  static final Operation<String, Status> WATCH =
      Operation.of(Kind.SERVER_STREAMING, SERVICE, "Watch", REQUEST, RESPONSE).safe().build();

  private final Health health;

  HealthService(Health health) {
    this.health = health;
  }

  List<Handler<?, ?>> handlers() {
    return List.of(
        Handler.nonBlocking(CHECK, (service, context) -> check(service)),
        Handler.raw(WATCH, this::watch));
  }

  private Status check(String service) {
    Status status = health.status(service);
    if (status == Status.SERVICE_UNKNOWN) {
      throw new CallException(Code.NOT_FOUND, "unknown service " + service);
    }
    return status;
  }

  private CompletionStage<Response> watch(Request request) {
    String service;
    try {
      service = request.payload().value(REQUEST);
    } catch (DecodeException malformed) {
      return CompletableFuture.completedFuture(
          Response.failed(
              Failure.of(Outcome.REFUSED, Code.INVALID_ARGUMENT, "malformed " + REQUEST)));
    }
    WatchStream stream = new WatchStream(health, service, request.cancellation());
    return CompletableFuture.completedFuture(
        Response.streaming(stream, Metadata.EMPTY, stream.done()));
  }

  /** {@code string service = 1;}, as the name itself. */
  static final class RequestCodec extends MessageCodec<String> {
    private static final int SERVICE_NAME = 1 << 3 | 2;
    private static final JsonName SERVICE = JsonName.of("service", 0);
    private static final JsonNames NAMES = JsonNames.of(SERVICE);

    RequestCodec() {
      super("grpc.health.v1.HealthCheckRequest");
    }

    @Override
    public void write(String service, ProtobufWriter out) {
      if (!service.isEmpty()) {
        out.string(SERVICE_NAME, service);
      }
    }

    @Override
    public String read(ProtobufReader in) {
      String service = "";
      for (int tag = in.tag(); tag != 0; tag = in.tag()) {
        if (tag == SERVICE_NAME) {
          service = in.string();
        } else {
          in.skip(tag);
        }
      }
      return service;
    }

    @Override
    public void write(String service, JsonWriter out) {
      out.beginObject();
      if (out.defaults() || !service.isEmpty()) {
        out.name(SERVICE);
        out.string(service);
      }
      out.endObject();
    }

    @Override
    public String read(JsonReader in) {
      String service = "";
      in.beginObject();
      while (in.field(NAMES) != JsonReader.END) {
        service = in.string();
      }
      return service;
    }
  }

  /** {@code ServingStatus status = 1;}, as the status itself. */
  static final class ResponseCodec extends MessageCodec<Status> {
    private static final int STATUS = 1 << 3;
    private static final JsonName NAME = JsonName.of("status", 0);
    private static final JsonNames NAMES = JsonNames.of(NAME);

    ResponseCodec() {
      super("grpc.health.v1.HealthCheckResponse");
    }

    @Override
    public void write(Status status, ProtobufWriter out) {
      if (status != Status.UNKNOWN) {
        out.int32(STATUS, status.number());
      }
    }

    @Override
    public Status read(ProtobufReader in) {
      Status status = Status.UNKNOWN;
      for (int tag = in.tag(); tag != 0; tag = in.tag()) {
        if (tag == STATUS) {
          status = Status.of(in.int32());
        } else {
          in.skip(tag);
        }
      }
      return status;
    }

    @Override
    public void write(Status status, JsonWriter out) {
      out.beginObject();
      if (out.defaults() || status != Status.UNKNOWN) {
        out.name(NAME);
        out.string(status.name());
      }
      out.endObject();
    }

    @Override
    public Status read(JsonReader in) {
      Status status = Status.UNKNOWN;
      in.beginObject();
      while (in.field(NAMES) != JsonReader.END) {
        status = in.isNumber() ? Status.of(in.int32()) : Status.of(in.string());
      }
      return status;
    }
  }
}
