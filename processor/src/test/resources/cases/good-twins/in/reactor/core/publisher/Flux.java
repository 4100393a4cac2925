package reactor.core.publisher;

import java.util.concurrent.Flow;

/** Known by its name only. */
public record Flux<T>(Flow.Publisher<T> publisher) {}
