package dev.farcall.grpc.streams;

import org.testng.annotations.Test;

@Test
public final class LocalRequestRulesTest extends SubscriberRules.OfRequests {
  public LocalRequestRulesTest() {
    super(StreamWire.local());
  }
}
