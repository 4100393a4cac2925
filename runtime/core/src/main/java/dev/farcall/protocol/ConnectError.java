package dev.farcall.protocol;

import dev.farcall.annotation.Code;
import dev.farcall.call.ErrorDetail;
import dev.farcall.call.Failure;
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
}
