package dev.farcall.grpc.streams;

import org.testng.annotations.Test;

@Test
public final class LocalAnswerRulesTest extends SubscriberRules.OfAnswers {
  public LocalAnswerRulesTest() {
    super(StreamWire.local());
  }
}
