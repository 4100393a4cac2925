package dev.farcall.http;

import dev.farcall.call.Format;
import dev.farcall.call.JsonFormat;
import dev.farcall.protocol.ConnectTimeout;
import dev.farcall.protocol.GrpcTimeout;
import org.jspecify.annotations.Nullable;

/**
 * What a content type of messages in envelopes says.
 *
 * @param name for {@link dev.farcall.call.Origin}
 * @param contentType of the answer
 */
record EnvelopeProtocol(Family family, String name, String contentType, Format format) {

  private static final String GRPC = "application/grpc";
  private static final String WEB = "application/grpc-web";
  private static final String WEB_TEXT = "application/grpc-web-text";
  private static final String CONNECT = "application/connect";

  private static final EnvelopeProtocol PLAIN_GRPC =
      new EnvelopeProtocol(Family.GRPC, "grpc", GRPC, Format.PROTOBUF);

  /** The wires that have envelopes. */
  enum Family {
    GRPC("grpc-encoding", "grpc-accept-encoding", GrpcTimeout.NAME),
    WEB("grpc-encoding", "grpc-accept-encoding", GrpcTimeout.NAME),
    WEB_TEXT("grpc-encoding", "grpc-accept-encoding", GrpcTimeout.NAME),
    CONNECT("connect-content-encoding", "connect-accept-encoding", ConnectTimeout.NAME);

    final String encoding;
    final String acceptEncoding;
    final String timeout;

    Family(String encoding, String acceptEncoding, String timeout) {
      this.encoding = encoding;
      this.acceptEncoding = acceptEncoding;
      this.timeout = timeout;
    }
  }

  /** Whether a content type, without parameters, is one of these protocols' at all. */
  static boolean isEnveloped(String contentType) {
    return contentType.startsWith(GRPC) || contentType.startsWith(CONNECT);
  }

  /** The protocol of a content type; null if there is none, or none with these messages. */
  static @Nullable EnvelopeProtocol of(String contentType) {
    if (contentType.equals(GRPC)) {
      return PLAIN_GRPC;
    }
    int plus = contentType.indexOf('+');
    String base = plus < 0 ? contentType : contentType.substring(0, plus);
    Format format = format(plus < 0 ? "proto" : contentType.substring(plus + 1));
    if (format == null || (plus < 0 && base.equals(CONNECT))) {
      return null;
    }
    return switch (base) {
      case GRPC -> new EnvelopeProtocol(Family.GRPC, "grpc", contentType, format);
      case WEB -> new EnvelopeProtocol(Family.WEB, "grpc-web", contentType, format);
      case WEB_TEXT -> new EnvelopeProtocol(Family.WEB_TEXT, "grpc-web", contentType, format);
      case CONNECT -> new EnvelopeProtocol(Family.CONNECT, "connect", contentType, format);
      default -> null;
    };
  }

  private static @Nullable Format format(String name) {
    return switch (name) {
      case "proto" -> Format.PROTOBUF;
      case "json" -> JsonFormat.PROTO;
      default -> null;
    };
  }

  EnvelopeWriter writer(HttpExchange http, boolean gzip) {
    return switch (family) {
      case GRPC -> new GrpcWriter(http, contentType, gzip);
      case WEB -> new GrpcWebWriter(http, contentType, gzip, false);
      case WEB_TEXT -> new GrpcWebWriter(http, contentType, gzip, true);
      case CONNECT -> new ConnectStreamWriter(http, contentType, gzip);
    };
  }

  /** Nanoseconds, or -1 if the text is malformed. */
  long timeout(String text) {
    return family == Family.CONNECT ? ConnectTimeout.decode(text) : GrpcTimeout.decode(text);
  }

  /** What a client is told whose timeout is malformed. */
  String expectedTimeout() {
    return family == Family.CONNECT ? ConnectTimeout.EXPECTED : GrpcTimeout.EXPECTED;
  }
}
