package acme;

import dev.farcall.annotation.Message;

@Message
record Order(
    // error: [FAR111] Type acme.Bean of component Order.bean cannot be sent (expected: a record, an enum, a sealed interface of records, or a type of the JDK that has a wire form). Make it a record, or give it a @WireAdapter.
    Bean bean,
    // error: [FAR111] Type acme.Open of component Order.open cannot be sent (expected: a record, an enum, a sealed interface of records, or a type of the JDK that has a wire form). Make it a record, or give it a @WireAdapter.
    Open open) {}

class Bean {}

interface Open {}
