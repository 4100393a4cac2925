package dev.farcall.samples.shop.processing;

/** What becomes of an order when a service is not there. */
final class PutAside {

  private PutAside() {}

  /** Nothing is lost: each step can be repeated, so sending the order again completes it. */
  static OrderResult processOrder(OrderRequest request, Steps steps, Throwable why) {
    if (why instanceof StepFailed failed) {
      steps.done(failed.step(), "put aside: " + failed.failure().code());
      return new OrderResult.PutAside(failed.step(), failed.failure());
    }
    throw new IllegalStateException("order " + request.reference(), why);
  }
}
