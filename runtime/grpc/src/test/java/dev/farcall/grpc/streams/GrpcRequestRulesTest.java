package dev.farcall.grpc.streams;

import dev.farcall.grpc.TestListeners;
import org.testng.annotations.Test;

@Test
public final class GrpcRequestRulesTest extends SubscriberRules.OfRequests {
  public GrpcRequestRulesTest() {
    super(StreamWire.at(TestListeners.ofEngine().plain(), "grpc"));
  }
}
