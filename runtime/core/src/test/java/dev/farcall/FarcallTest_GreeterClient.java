package dev.farcall;

import dev.farcall.call.Caller;
import dev.farcall.call.Operation;
import dev.farcall.call.Peer;
import dev.farcall.fixture.Texts;

/** What the compiler writes beside {@link FarcallTest.Greeter}. */
public final class FarcallTest_GreeterClient implements FarcallTest.Greeter {

  static final Operation<String, String> GREET = Texts.unary("Greet").build();

  private final Caller<String, String> greet;

  public FarcallTest_GreeterClient(Peer peer) {
    greet = peer.bind(GREET);
  }

  @Override
  public String greet(String name) {
    return greet.call(name);
  }
}
