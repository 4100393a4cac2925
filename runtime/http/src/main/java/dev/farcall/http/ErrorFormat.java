package dev.farcall.http;

import dev.farcall.call.Failure;
import dev.farcall.call.RetryInfo;
import dev.farcall.protocol.ConnectError;
import dev.farcall.protocol.HttpCodes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** How a failure is told. */
enum ErrorFormat {

  /** {@code application/problem+json}, RFC 9457. */
  PROBLEM(415) {
    @Override
    Answer tell(int status, Failure failure) {
      return Problems.answer(status, failure);
    }
  },

  /** Connect's JSON; what the peer sent after the body are headers that begin {@code trailer-}. */
  CONNECT(501) {
    @Override
    Answer tell(int status, Failure failure) {
      byte[] body = ConnectError.json(failure).getBytes(StandardCharsets.UTF_8);
      return Answer.of(status, "application/json", body).withTrailers(failure.trailers());
    }
  };

  /** Where a request is compressed in a way that is not known here. */
  final int unknownEncoding;

  ErrorFormat(int unknownEncoding) {
    this.unknownEncoding = unknownEncoding;
  }

  /** The whole answer to a call that failed. */
  final Answer answer(Failure failure) {
    return answer(HttpCodes.status(failure.code()), failure);
  }

  /** The whole answer to a request whose status is not its failure's. */
  final Answer answer(int status, Failure failure) {
    Answer told = tell(status, failure);
    RetryInfo retry = RetryInfo.find(failure.details());
    return retry == null ? told : told.with("retry-after", wholeSeconds(retry.delay()));
  }

  abstract Answer tell(int status, Failure failure);

  /** Rounded up: who comes earlier comes in vain. */
  private static String wholeSeconds(Duration delay) {
    return String.valueOf(delay.plusNanos(999_999_999).toSeconds());
  }
}
