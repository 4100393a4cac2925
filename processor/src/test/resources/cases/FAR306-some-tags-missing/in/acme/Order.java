package acme;

import dev.farcall.annotation.Message;
import dev.farcall.annotation.Tag;

@Message
record Order(
    @Tag(5) int a,
    // error: [FAR306] Order.b has no @Tag, but Order.a has one: within one type either all or none carry it. Add @Tag.
    int b) {}
