package acme;

import dev.farcall.annotation.Message;

@Message
// error: [FAR104] acme.OrderCodec is to be generated, and exists already. Rename yours.
record Order(int x) {}
