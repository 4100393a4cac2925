package dev.farcall.http;

import dev.farcall.annotation.Code;
import dev.farcall.call.ErrorDetail;
import dev.farcall.call.Failure;
import dev.farcall.call.Metadata;
import dev.farcall.call.Outcome;
import dev.farcall.call.RetryInfo;
import dev.farcall.protocol.HttpCodes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an HTTP status that is no success means. A peer that speaks our protocols tells the code in
 * the body. Of the others the status decides what policies do, and the code for the exception is
 * inferred from it.
 */
final class ErrorAnswers {

  private static final String TRAILER = "trailer-";

  /** The date that may stand there instead is for caches. */
  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

  private ErrorAnswers() {}

  /** The failure, by the code that the body tells. */
  static Failure told(Received answer, Code code, ErrorBody body) {
    return Failure.received(
        answer.request().operation(),
        code,
        body.message(),
        details(answer, body),
        trailers(answer));
  }

  /** The failure, where nobody told a code. */
  static Failure inferred(Received answer, Code code, @Nullable ErrorBody body) {
    return new Failure(
        outcome(answer.status()),
        code,
        message(answer, body),
        details(answer, body),
        trailers(answer),
        null);
  }

  /** What the body tells, and what its server asks for in a header that everybody understands. */
  private static List<ErrorDetail> details(Received answer, @Nullable ErrorBody body) {
    List<ErrorDetail> told = body == null ? List.of() : body.details();
    String seconds = answer.headers().get("retry-after");
    if (seconds == null || !SECONDS.matcher(seconds).matches() || RetryInfo.find(told) != null) {
      return told;
    }
    List<ErrorDetail> details = new ArrayList<>(told);
    details.add(new RetryInfo(Duration.ofSeconds(Integer.parseInt(seconds))).toDetail());
    return details;
  }

  /** As for gRPC and Connect; on REST a path that is not there is a thing that is not there. */
  static Code code(int status, boolean rest) {
    return switch (status) {
      case 404 -> rest ? Code.NOT_FOUND : Code.UNIMPLEMENTED;
      case 408 -> Code.DEADLINE_EXCEEDED;
      case 425 -> Code.UNAVAILABLE;
      case 501 -> Code.UNIMPLEMENTED;
      default -> HttpCodes.inferred(status);
    };
  }

  private static Outcome outcome(int status) {
    return switch (status) {
      case 408, 504 -> Outcome.PEER_DEADLINE;
      case 425, 502, 503 -> Outcome.UNAVAILABLE;
      case 429 -> Outcome.OVERLOADED;
      case 501 -> Outcome.CONTRACT_MISMATCH;
      default ->
          switch (status / 100) {
            case 4 -> Outcome.REFUSED;
            case 5 -> Outcome.SERVER_ERROR;
            default -> Outcome.CONTRACT_MISMATCH;
          };
    };
  }

  private static String message(Received answer, @Nullable ErrorBody body) {
    StringBuilder message = new StringBuilder(answer.where());
    message.append(" answered ").append(answer.status());
    if (answer.status() / 100 == 3) {
      message.append(" to ").append(answer.location());
      return message.append(" (redirects are not followed; call that address)").toString();
    }
    String text = body == null || body.message().isEmpty() ? answer.excerpt() : body.message();
    return text.isEmpty() ? message.toString() : message.append(": ").append(text).toString();
  }

  /** Connect puts what gRPC sends after the body among the headers, by names of its own. */
  private static Metadata trailers(Received answer) {
    List<String> pairs = new ArrayList<>();
    answer
        .headers()
        .forEach(
            (name, value) -> {
              pairs.add(name.startsWith(TRAILER) ? name.substring(TRAILER.length()) : name);
              pairs.add(value);
            });
    return Metadata.received(pairs.toArray(new String[0]), pairs.size());
  }
}
