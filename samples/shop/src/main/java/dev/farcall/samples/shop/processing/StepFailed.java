package dev.farcall.samples.shop.processing;

import dev.farcall.annotation.Transient;
import dev.farcall.call.CallException;

/** A service was not there for a step of an order; later it may be. */
@Transient
public final class StepFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String step;
  private final transient CallException failure;

  StepFailed(String step, CallException failure) {
    super(step + ": " + failure.getMessage(), failure);
    this.step = step;
    this.failure = failure;
  }

  /** What was tried, as in {@code pay}. */
  public String step() {
    return step;
  }

  /** Why it failed. */
  public CallException failure() {
    return failure;
  }
}
