package dev.farcall.grpc.streams;

import org.testng.annotations.Test;

@Test
public final class LocalPublisherRulesTest extends PublisherRules {
  public LocalPublisherRulesTest() {
    super(StreamWire.local());
  }
}
