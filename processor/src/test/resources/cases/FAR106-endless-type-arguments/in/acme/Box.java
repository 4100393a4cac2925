package acme;

import dev.farcall.annotation.Message;
import java.util.Optional;

record Box<T>(
    T value,
    // error: [FAR106] Type Box<T> of component Box.next contains itself with ever longer type arguments: it would need endlessly many messages. Use the same type arguments inside, or a record for the inner type.
    Optional<Box<Box<T>>> next) {}

@Message
record Order(Box<String> box) {}
