package dev.farcall.grpc;

import dev.farcall.annotation.Code;
import dev.farcall.call.DeclaredError;
import dev.farcall.call.Kind;
import dev.farcall.call.Operation;
import dev.farcall.wire.BinaryCodec;
import dev.farcall.wire.EncodeException;
import dev.farcall.wire.MessageCodec;
import dev.farcall.wire.ProtobufReader;
import dev.farcall.wire.ProtobufWriter;

/** The contract of {@code farcall/testing/v1/echo.proto}, with codecs written by hand. */
public final class Echo {

  public static final String SERVICE = "farcall.testing.v1.EchoService";

  /** A text that cannot be encoded. */
  static final String UNSPEAKABLE = "unspeakable";

  public static final DeclaredError<Refused> REFUSED =
      new DeclaredError<>(Refused.class, Code.NOT_FOUND, "ECHO_REFUSED", new RefusedCodec());

  public static final Operation<String, String> ECHO =
      Operation.unary(SERVICE, "Echo", text("EchoRequest"), text("EchoResponse"))
          .safe()
          .errors(REFUSED)
          .build();

  public static final Operation<Repeat, Repeat> REPEATEDLY = repeating(Kind.SERVER_STREAMING);

  /** Known to the fixture only: the same messages, other shapes of call. */
  public static final Operation<String, String> COLLECT =
      Operation.of(
              Kind.CLIENT_STREAMING, SERVICE, "Collect", text("EchoRequest"), text("EchoResponse"))
          .build();

  public static final Operation<String, String> CHAT =
      Operation.of(Kind.BIDI_STREAMING, SERVICE, "Chat", text("EchoRequest"), text("EchoResponse"))
          .build();

  private Echo() {}

  /** A message with one string, field 1. */
  static MessageCodec<String> text(String name) {
    return new TextCodec(name);
  }

  private static Operation<Repeat, Repeat> repeating(Kind kind) {
    return Operation.of(
            kind,
            SERVICE,
            "EchoRepeatedly",
            new RepeatCodec("EchoRepeatedlyRequest"),
            new RepeatCodec("EchoRepeatedlyResponse"))
        .build();
  }

  /** {@code EchoRepeatedlyRequest} and {@code -Response} alike. */
  public record Repeat(String message, int number) {}

  /** The one exception that is declared. */
  public static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final String what;

    public Refused(String what) {
      super("refused: " + what);
      this.what = what;
    }

    String what() {
      return what;
    }
  }

  private static final class TextCodec extends BinaryCodec<String> {
    TextCodec(String name) {
      super("farcall.testing.v1." + name);
    }

    @Override
    public void write(String value, ProtobufWriter out) {
      if (value.equals(UNSPEAKABLE)) {
        throw new EncodeException("EchoResponse.message is unspeakable");
      }
      if (!value.isEmpty()) {
        out.string(1 << 3 | 2, value);
      }
    }

    @Override
    public String read(ProtobufReader in) {
      String message = "";
      for (int tag = in.tag(); tag != 0; tag = in.tag()) {
        if (tag == (1 << 3 | 2)) {
          message = in.string();
        } else {
          in.skip(tag);
        }
      }
      return message;
    }
  }

  private static final class RepeatCodec extends BinaryCodec<Repeat> {
    RepeatCodec(String name) {
      super("farcall.testing.v1." + name);
    }

    @Override
    public void write(Repeat value, ProtobufWriter out) {
      out.string(1 << 3 | 2, value.message());
      out.int32(2 << 3, value.number());
    }

    @Override
    public Repeat read(ProtobufReader in) {
      String message = "";
      int number = 0;
      for (int tag = in.tag(); tag != 0; tag = in.tag()) {
        switch (tag) {
          case 1 << 3 | 2 -> message = in.string();
          case 2 << 3 -> number = in.int32();
          default -> in.skip(tag);
        }
      }
      return new Repeat(message, number);
    }
  }

  private static final class RefusedCodec extends BinaryCodec<Refused> {
    RefusedCodec() {
      super("farcall.testing.v1.Refused");
    }

    @Override
    public void write(Refused value, ProtobufWriter out) {
      out.string(1 << 3 | 2, value.what());
    }

    @Override
    public Refused read(ProtobufReader in) {
      String what = "";
      for (int tag = in.tag(); tag != 0; tag = in.tag()) {
        what = in.string();
      }
      return new Refused(what);
    }
  }
}
