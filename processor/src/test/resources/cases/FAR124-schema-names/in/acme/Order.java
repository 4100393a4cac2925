package acme;

import dev.farcall.annotation.Message;

// error: [FAR124] @Message "Order" on Order is no protobuf name (expected: identifiers with dots between, as in acme.orders.v1.Order).
@Message(name = "Order")
record Order(int x) {}
