package dev.farcall.http.streams;

import dev.farcall.grpc.streams.StreamWire;
import dev.farcall.grpc.streams.SubscriberRules;
import dev.farcall.http.Http;
import org.testng.annotations.Test;

@Test
public final class ConnectRequestRulesTest extends SubscriberRules.OfRequests {
  public ConnectRequestRulesTest() {
    super(StreamWire.at(Http.port(0).host("127.0.0.1"), "connect"));
  }
}
