package acme;

import dev.farcall.annotation.Message;

@Message
record Order(
    String fooBar,
    // error: [FAR104] Components 'fooBar' and 'foo_bar' of Order both map to proto field 'foo_bar'. Rename one.
    String foo_bar,
    Shops.Item first,
    Stores.Item second,
    Level level) {}

final class Shops {
  record Item(String name) {}
}

final class Stores {
  // error: [FAR104] Shops.Item and Stores.Item both map to the proto name 'acme.Item'. Rename one, or give one another name by @Message(name = …).
  record Item(String name) {}
}

enum Level {
  LOW,
  // error: [FAR104] Level.LOW and Level.low both map to the proto name 'acme.LEVEL_LOW'. Rename one, or give one another name by @Message(name = …).
  low
}
