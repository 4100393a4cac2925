package dev.farcall.http;

import dev.farcall.call.ErrorDetail;
import dev.farcall.call.ErrorInfo;
import dev.farcall.call.Failure;
import dev.farcall.protocol.ConnectCode;
import dev.farcall.protocol.JsonText;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Failures as REST tells them, RFC 9457: {@code {"type":"about:blank","title":"Not
 * Found","status":404,"detail":"no user
 * 42","code":"not_found","reason":"USER_NOT_FOUND","domain":"shop.UserService","details":[…]}}.
 */
final class Problems {

  static final String TYPE = "application/problem+json";

  private Problems() {}

  /** A failure. */
  static Answer answer(int status, Failure failure) {
    return Answer.of(status, TYPE, body(status, failure)).with(failure.trailers());
  }

  /** The absent result of a method that says so. */
  static Answer absent() {
    String body =
        "{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,"
            + "\"code\":\"not_found\",\"absent\":true}";
    return Answer.of(404, TYPE, body.getBytes(StandardCharsets.UTF_8));
  }

  /** A failure, on one line. */
  static byte[] body(int status, Failure failure) {
    StringBuilder json = new StringBuilder(256);
    json.append("{\"type\":\"about:blank\",\"title\":");
    JsonText.quote(title(status), json);
    json.append(",\"status\":").append(status);
    if (!failure.message().isEmpty()) {
      json.append(",\"detail\":");
      JsonText.quote(failure.message(), json);
    }
    json.append(",\"code\":\"").append(ConnectCode.name(failure.code())).append('"');
    if (!failure.details().isEmpty()) {
      writeInfo(failure, json);
      Violations.write(failure, json);
      writeDetails(failure, json);
    }
    return json.append('}').toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String title(int status) {
    return status == 499
        ? "Client Closed Request"
        : HttpResponseStatus.valueOf(status).reasonPhrase();
  }

  private static void writeInfo(Failure failure, StringBuilder json) {
    ErrorInfo info = ErrorInfo.find(failure.details());
    if (info != null) {
      json.append(",\"reason\":");
      JsonText.quote(info.reason(), json);
      json.append(",\"domain\":");
      JsonText.quote(info.domain(), json);
      String id = info.metadata().get(ErrorInfo.ERROR_ID);
      if (id != null) {
        json.append(",\"errorId\":");
        JsonText.quote(id, json);
      }
    }
  }

  private static void writeDetails(Failure failure, StringBuilder json) {
    json.append(",\"details\":[");
    String comma = "";
    for (ErrorDetail detail : failure.details()) {
      json.append(comma).append("{\"type\":");
      JsonText.quote(detail.type(), json);
      json.append(",\"value\":\"")
          .append(Base64.getEncoder().withoutPadding().encodeToString(detail.value()))
          .append("\"}");
      comma = ",";
    }
    json.append(']');
  }
}
