package acme;

import dev.farcall.annotation.Message;
import org.jspecify.annotations.Nullable;

@Message
record Order(
    // error: [FAR112] @org.jspecify.annotations.Nullable on Order.note is a type-use annotation, invisible to this compiler in class files (JDK < 22). Use Optional<String>.
    @Nullable String note) {}
