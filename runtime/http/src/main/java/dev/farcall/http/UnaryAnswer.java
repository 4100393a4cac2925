package dev.farcall.http;

import dev.farcall.annotation.Code;
import dev.farcall.call.Failure;
import dev.farcall.call.Outcome;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.protocol.ServerFault;
import java.util.function.Function;

/** What is written of the answer to a call with one message each way. */
final class UnaryAnswer {

  private UnaryAnswer() {}

  /**
   * The whole answer.
   *
   * @param frame what stands around the bytes of the result
   */
  static Answer of(
      Request request,
      Response response,
      ErrorFormat errors,
      int maxBytes,
      Function<byte[], Answer> frame) {
    Failure failure = response.failure();
    if (failure != null) {
      return errors.answer(failure);
    }
    try {
      byte[] body = response.payload().bytes(request.answerFormat());
      if (body.length > maxBytes) {
        return errors.answer(
            Failure.of(
                Outcome.SERVER_ERROR,
                Code.RESOURCE_EXHAUSTED,
                "the answer is over the limit of " + maxBytes + " bytes"));
      }
      return frame.apply(body).with(response.headers());
    } catch (RuntimeException unsendable) {
      return errors.answer(
          ServerFault.log(request.operation(), "the answer cannot be sent", unsendable));
    }
  }
}
