package acme;

import dev.farcall.annotation.Message;
import java.util.List;
import java.util.Optional;

@Message
record Order(
    @Nullable String note,
    @Nullable Integer count,
    // error: [FAR113] @Nullable on Order.names has no wire form: List<String> is never null. Remove it.
    @Nullable List<String> names,
    // error: [FAR113] @Nullable on Order.code has no wire form: Optional<String> is never null. Remove it.
    @Nullable Optional<String> code,
    // error: [FAR113] @Nullable on Order.size has no wire form: int is never null. Remove it.
    @Nullable int size,
    // error: [FAR113] @Nullable on Order.tags has no wire form: an element, a key or a value is never absent. Remove it.
    List<@org.jspecify.annotations.Nullable String> tags) {}
