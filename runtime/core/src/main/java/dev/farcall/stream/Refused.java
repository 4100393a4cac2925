package dev.farcall.stream;

import java.util.concurrent.Flow;

/** The subscription of somebody who is not served, and is told so next. */
enum Refused implements Flow.Subscription {
  SUBSCRIPTION;

  @Override
  public void request(long elements) {}

  @Override
  public void cancel() {}
}
