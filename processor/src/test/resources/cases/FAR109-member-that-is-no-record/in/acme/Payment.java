package acme;

import dev.farcall.annotation.Message;

@Message
sealed interface Payment permits Card, Cash {}

record Card(String number) implements Payment {}

// error: [FAR109] Cash is permitted by the sealed interface Payment and is neither a record nor a sealed interface. Make it a record.
final class Cash implements Payment {}
