package dev.farcall.protocol;

import dev.farcall.annotation.Code;
import dev.farcall.call.ErrorDetail;
import dev.farcall.call.Failure;
import dev.farcall.wire.DecodeException;
import dev.farcall.wire.DecodeLimits;
import dev.farcall.wire.JsonProfile;
import dev.farcall.wire.JsonReader;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error as Connect tells it, in JSON: {@code {"code":"not_found","message":"no user
 * 42","details":[{"type":"google.rpc.ErrorInfo","value":"…"}]}}, the value unpadded base64.
 *
 * @param code null if the peer's is none of ours
 * @param message empty if there is none
 * @param details in their order
 * @see <a href="https://connectrpc.com/docs/protocol#error-end-stream">Connect's protocol</a>
 */
public record ConnectError(@Nullable Code code, String message, List<ErrorDetail> details) {

  public ConnectError {
    details = List.copyOf(details);
  }

  /** The JSON object of a failure. */
  public static String json(Failure failure) {
    StringBuilder json = new StringBuilder(128);
    json.append("{\"code\":\"").append(ConnectCode.name(failure.code())).append('"');
    if (!failure.message().isEmpty()) {
      json.append(",\"message\":");
      JsonText.quote(failure.message(), json);
    }
    if (!failure.details().isEmpty()) {
      json.append(",\"details\":[");
      String comma = "";
      for (ErrorDetail detail : failure.details()) {
        json.append(comma);
        write(detail, json);
        comma = ",";
      }
      json.append(']');
    }
    return json.append('}').toString();
  }

  private static void write(ErrorDetail detail, StringBuilder json) {
    String value = Base64.getEncoder().withoutPadding().encodeToString(detail.value());
    json.append("{\"type\":");
    JsonText.quote(detail.type(), json);
    json.append(",\"value\":\"").append(value).append("\"}");
  }

  /**
   * Reads an error; null if the bytes are none, because a peer's mistake must not hide the status
   * that came beside it. Members that are not known are passed over.
   */
  public static @Nullable ConnectError read(byte[] json) {
    try {
      return JsonReader.decode(json, JsonProfile.PROTO, DecodeLimits.DEFAULT, ConnectError::read);
    } catch (DecodeException malformed) {
      return null;
    }
  }

  /** Reads the object that comes next. */
  static ConnectError read(JsonReader in) {
    String code = "";
    String message = "";
    List<ErrorDetail> details = new ArrayList<>();
    in.beginObject();
    for (String name = in.key(); name != null; name = in.key()) {
      switch (name) {
        case "code" -> code = in.string();
        case "message" -> message = in.string();
        case "details" -> {
          in.beginArray();
          while (in.more()) {
            details.add(detail(in));
          }
        }
        default -> in.skip();
      }
    }
    return new ConnectError(ConnectCode.of(code), message, details);
  }

  private static ErrorDetail detail(JsonReader in) {
    String type = "";
    byte[] value = {};
    in.beginObject();
    for (String name = in.key(); name != null; name = in.key()) {
      switch (name) {
        case "type" -> type = in.string();
        case "value" -> value = in.bytes();
        default -> in.skip();
      }
    }
    return new ErrorDetail(type, value);
  }
}
