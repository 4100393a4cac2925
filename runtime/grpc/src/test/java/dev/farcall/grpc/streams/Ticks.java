package dev.farcall.grpc.streams;

import dev.farcall.annotation.Code;
import dev.farcall.call.DeclaredError;
import dev.farcall.call.Dispatcher;
import dev.farcall.call.Handler;
import dev.farcall.call.Kind;
import dev.farcall.call.Operation;
import dev.farcall.route.Route;
import dev.farcall.route.RouteReader;
import dev.farcall.route.RouteWriter;
import dev.farcall.route.Verb;
import dev.farcall.wire.BinaryCodec;
import dev.farcall.wire.DecodeException;
import dev.farcall.wire.EncodeException;
import dev.farcall.wire.FileSchema;
import dev.farcall.wire.JsonName;
import dev.farcall.wire.JsonNames;
import dev.farcall.wire.JsonReader;
import dev.farcall.wire.JsonWriter;
import dev.farcall.wire.MessageCodec;
import dev.farcall.wire.ProtobufReader;
import dev.farcall.wire.ProtobufWriter;
import java.util.List;

/** A service of numbers: one method of each kind that has a stream. */
public final class Ticks {

  public static final String SERVICE = "farcall.testing.v1.Ticks";

  /** A number that no contract can carry, there or back. */
  public static final long UNSPEAKABLE = -13;

  /** Encoded so that nobody can read it. */
  public static final long UNREADABLE = -14;

  static final DeclaredError<Halted> HALTED =
      new DeclaredError<>(Halted.class, Code.ABORTED, "HALTED", new HaltedCodec());

  /** As many numbers as are asked for, from 0. */
  public static final Operation<Long, Long> COUNT =
      of(Kind.SERVER_STREAMING, "Count", List.of(new CountRoute()));

  /** The sum of what is sent. */
  public static final Operation<Long, Long> SUM = of(Kind.CLIENT_STREAMING, "Sum", List.of());

  /** Each number, doubled. */
  public static final Operation<Long, Long> DOUBLE = of(Kind.BIDI_STREAMING, "Double", List.of());

  private Ticks() {}

  private static Operation<Long, Long> of(
      Kind kind, String method, List<Route<Long, Long>> routes) {
    return Operation.of(kind, SERVICE, method, new TickCodec(), new TickCodec())
        .errors(HALTED)
        .routes(routes)
        .build();
  }

  /** {@code POST /ticks}, an element of the answer as it is. */
  private static final class CountRoute extends Route<Long, Long> {
    private static final TickCodec CODEC = new TickCodec();

    CountRoute() {
      super(Verb.POST, "/ticks", 200);
    }

    @Override
    public void write(Long request, RouteWriter out) {
      out.body(CODEC, request);
    }

    @Override
    protected Long readRequest(RouteReader in) {
      return in.body(CODEC);
    }

    @Override
    public boolean writeResult(Long result, JsonWriter out) {
      out.message(result, CODEC);
      return true;
    }

    @Override
    public Long readResult(JsonReader in) {
      return in.message(CODEC);
    }

    @Override
    public Long absentResult() {
      throw DecodeException.missing("number");
    }
  }

  /** What serves it. */
  public static Dispatcher dispatcher(Handler<?, ?>... handlers) {
    return new Dispatcher() {
      @Override
      public String service() {
        return SERVICE;
      }

      @Override
      public List<Handler<?, ?>> handlers() {
        return List.of(handlers);
      }

      @Override
      public FileSchema schema() {
        return new FileSchema("farcall/testing/v1/ticks.proto", List.of(), () -> new byte[0]);
      }
    };
  }

  /** The one exception that is declared. */
  public static final class Halted extends Exception {
    private static final long serialVersionUID = 1L;

    private final long at;

    public Halted(long at) {
      super("halted at " + at);
      this.at = at;
    }

    public long at() {
      return at;
    }
  }

  /** {@code message Tick { int64 number = 1; }}, as the number itself. */
  private static final class TickCodec extends MessageCodec<Long> {
    private static final JsonName NAME = JsonName.of("number", 0);
    private static final JsonNames NAMES = JsonNames.of(NAME);

    TickCodec() {
      super("farcall.testing.v1.Tick");
    }

    @Override
    public void write(Long value, ProtobufWriter out) {
      refuse(value);
      if (value == UNREADABLE) {
        out.string(1 << 3 | 2, "no number");
      }
      out.int64(1 << 3, value);
    }

    @Override
    public Long read(ProtobufReader in) {
      long number = 0;
      for (int tag = in.tag(); tag != 0; tag = in.tag()) {
        if (tag == 1 << 3) {
          number = in.int64();
        } else {
          throw DecodeException.missing("number");
        }
      }
      return number;
    }

    @Override
    public void write(Long value, JsonWriter out) {
      refuse(value);
      out.beginObject();
      out.name(NAME);
      if (value == UNREADABLE) {
        out.string("no number");
      } else {
        out.int64(value);
      }
      out.endObject();
    }

    @Override
    public Long read(JsonReader in) {
      long number = 0;
      in.beginObject();
      while (in.field(NAMES) != JsonReader.END) {
        number = in.int64();
      }
      return number;
    }

    private static void refuse(long value) {
      if (value == UNSPEAKABLE) {
        throw new EncodeException("Tick.number is unspeakable");
      }
    }
  }

  private static final class HaltedCodec extends BinaryCodec<Halted> {
    HaltedCodec() {
      super("farcall.testing.v1.Halted");
    }

    @Override
    public void write(Halted value, ProtobufWriter out) {
      out.int64(1 << 3, value.at());
    }

    @Override
    public Halted read(ProtobufReader in) {
      long at = 0;
      for (int tag = in.tag(); tag != 0; tag = in.tag()) {
        at = in.int64();
      }
      return new Halted(at);
    }
  }
}
