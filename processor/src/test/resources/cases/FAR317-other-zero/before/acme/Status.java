package acme;

import dev.farcall.annotation.*;

@Message
enum Status {
  @Unspecified
  OPEN,
  @UnknownValue
  PAID
}
