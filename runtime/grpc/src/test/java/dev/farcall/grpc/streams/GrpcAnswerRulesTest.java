package dev.farcall.grpc.streams;

import dev.farcall.grpc.TestListeners;
import org.testng.annotations.Test;

@Test
public final class GrpcAnswerRulesTest extends SubscriberRules.OfAnswers {
  public GrpcAnswerRulesTest() {
    super(StreamWire.at(TestListeners.ofEngine().plain(), "grpc"));
  }
}
