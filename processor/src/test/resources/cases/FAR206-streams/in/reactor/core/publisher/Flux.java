package reactor.core.publisher;

/** Known by its name only. */
public interface Flux<T> {}
