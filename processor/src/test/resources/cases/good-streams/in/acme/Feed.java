package acme;

import java.util.concurrent.Flow;

/** What comes in, of any kind. */
public interface Feed<T> {
  Flow.Publisher<T> feed();
}
