package acme;

import dev.farcall.annotation.Message;

@Message
record Order(
    // error: [FAR108] 'größe', the schema's name of Order.größe, is no protobuf name (expected: letters A to Z, digits and '_', a letter or '_' first). Rename it.
    int größe,
    // error: [FAR108] 'a$b', the schema's name of Order.a$b, is no protobuf name (expected: letters A to Z, digits and '_', a letter or '_' first). Rename it.
    int a$b,
    Farbe farbe) {}

enum Farbe {
  ROT,
  // error: [FAR108] 'FARBE_GRÜN', the schema's name of Farbe.GRÜN, is no protobuf name (expected: letters A to Z, digits and '_', a letter or '_' first). Rename it.
  GRÜN
}
