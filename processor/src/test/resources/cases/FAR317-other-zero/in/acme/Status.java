package acme;

import dev.farcall.annotation.*;

@Message
// error: [FAR317] Status: 0 would be PAID and was OPEN, for which peers in the field still take it. Leave @Unspecified where it was, or accept the break: mode=update-breaking.
enum Status {
  // error: [FAR310] Schema acme changed and is not recorded: | + Status.OPEN = 2 | - Status.PAID = 1 (will be reserved) | These changes are compatible. Record them: mvn compile -Dfarcall.schema.mode=update (elsewhere: javac -Afarcall.schema.mode=update) and commit acme/acme.proto.
  OPEN,
  @Unspecified
  @UnknownValue
  PAID
}
