package acme;

import dev.farcall.annotation.Code;
import dev.farcall.annotation.RemoteError;

/** A tick that nobody wants. */
@RemoteError(code = Code.FAILED_PRECONDITION)
public final class TickRefused extends Exception {
  private static final long serialVersionUID = 1;

  private final String symbol;

  public TickRefused(String symbol) {
    super("refused: " + symbol);
    this.symbol = symbol;
  }

  public String symbol() {
    return symbol;
  }
}
