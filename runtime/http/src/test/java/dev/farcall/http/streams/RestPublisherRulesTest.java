package dev.farcall.http.streams;

import dev.farcall.grpc.streams.PublisherRules;
import dev.farcall.grpc.streams.StreamWire;
import dev.farcall.http.Http;
import org.testng.annotations.Test;

@Test
public final class RestPublisherRulesTest extends PublisherRules {
  public RestPublisherRulesTest() {
    super(StreamWire.at(Http.port(0).host("127.0.0.1"), "rest"));
  }
}
