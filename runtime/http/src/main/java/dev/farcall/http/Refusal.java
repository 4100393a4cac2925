package dev.farcall.http;

import dev.farcall.annotation.Code;
import dev.farcall.call.Failure;
import dev.farcall.call.Outcome;

/** What is said to a request that leads nowhere, before anything is called. */
final class Refusal {

  private Refusal() {}

  /** 404. */
  static void unknownPath(HttpExchange exchange) {
    refuse(exchange, 404, Code.UNIMPLEMENTED, "there is nothing at this path");
  }

  /** 405 with what is allowed, as in {@code GET, HEAD}. */
  static void wrongVerb(HttpExchange exchange, String allowed) {
    Failure failure = failure(Code.UNIMPLEMENTED, "the path has no such method");
    exchange.answerNoCall(
        ErrorFormat.PROBLEM, failure, Problems.answer(405, failure).with("allow", allowed));
  }

  /** Any other status, as a problem. */
  static void refuse(HttpExchange exchange, int status, Code code, String message) {
    Failure failure = failure(code, message);
    exchange.answerNoCall(ErrorFormat.PROBLEM, failure, Problems.answer(status, failure));
  }

  static Failure failure(Code code, String message) {
    return Failure.of(Outcome.REFUSED, code, message);
  }
}
