package dev.farcall.samples.streams;

import dev.farcall.annotation.Code;
import dev.farcall.annotation.RemoteError;

/** No share has the symbol. */
@RemoteError(code = Code.NOT_FOUND)
public final class UnknownSymbol extends RuntimeException { // streams throw it where consumed

  private static final long serialVersionUID = 1L;

  private final String symbol;

  public UnknownSymbol(String symbol) {
    super("no share " + symbol);
    this.symbol = symbol;
  }

  public String symbol() {
    return symbol;
  }
}
