package dev.farcall.grpc.streams;

import dev.farcall.grpc.TestListeners;
import org.testng.annotations.Test;

@Test
public final class GrpcPublisherRulesTest extends PublisherRules {
  public GrpcPublisherRulesTest() {
    super(StreamWire.at(TestListeners.ofEngine().plain(), "grpc"));
  }
}
