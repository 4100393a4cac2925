package acme;

import dev.farcall.annotation.Message;
import lib.Money;

@Message
public record Order(
    // warning: [FAR131] lib.Money has no codec in its own module: a copy of its message is made in proto package acme. Annotate it @Message and compile its module with farcall-processor.
    // warning: [FAR131] lib.Money.Currency has no codec in its own module: a copy of its message is made in proto package acme. Annotate it @Message and compile its module with farcall-processor.
    Money price) {}
