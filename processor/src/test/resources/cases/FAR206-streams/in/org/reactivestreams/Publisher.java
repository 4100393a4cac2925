package org.reactivestreams;

/** Known by its name only. */
public interface Publisher<T> {}
