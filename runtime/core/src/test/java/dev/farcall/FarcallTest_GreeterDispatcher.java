package dev.farcall;

import dev.farcall.call.Dispatcher;
import dev.farcall.call.Handler;
import dev.farcall.fixture.Texts;
import dev.farcall.wire.FileSchema;
import java.util.List;

/** What the compiler writes beside {@link FarcallTest.Greeter}. */
public final class FarcallTest_GreeterDispatcher implements Dispatcher {

  private final Dispatcher texts;

  public FarcallTest_GreeterDispatcher(FarcallTest.Greeter greeter) {
    texts =
        Texts.dispatcher(
            Handler.blocking(
                FarcallTest_GreeterClient.GREET, (name, context) -> greeter.greet(name)));
  }

  @Override
  public String service() {
    return texts.service();
  }

  @Override
  public List<Handler<?, ?>> handlers() {
    return texts.handlers();
  }

  @Override
  public FileSchema schema() {
    return texts.schema();
  }
}
