package dev.farcall.spi;

import dev.farcall.call.Endpoint;
import java.util.List;

/**
 * A place that knows the endpoints of one service. What is to be done when it fails is not its
 * affair: it is asked again after a while, and the last good answer holds until then.
 */
public interface Discovery extends AutoCloseable {

  /**
   * Begins to tell: all endpoints there are, and all again when that has changed, until it fails or
   * is closed. Must not block; the listener may be called before this returns, by any thread, one
   * at a time.
   */
  Watch watch(Listener listener);

  /** Lets go of what all watches share. */
  @Override
  void close();

  /** Is told what a place knows. */
  interface Listener {

    /** These are all endpoints; an empty list means that there are none. */
    void found(List<Endpoint> endpoints);

    /**
     * What there is cannot be told any more; ends the watch.
     *
     * @param why for people: what was asked, and what came
     */
    void failed(String why);
  }

  /** One that goes on. */
  interface Watch extends AutoCloseable {

    /** Tells nothing more; does not wait. */
    @Override
    void close();
  }
}
