package dev.farcall.benchmarks.call;

import dev.farcall.annotation.NonBlocking;
import dev.farcall.annotation.Remote;
import dev.farcall.annotation.Safe;

/** The first method of {@code farcall/testing/v1/echo.proto}, as an interface. */
@Remote
public interface EchoService {

  @Safe
  @NonBlocking
  EchoResponse echo(EchoRequest request);
}
