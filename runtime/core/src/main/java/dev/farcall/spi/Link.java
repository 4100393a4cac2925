package dev.farcall.spi;

import dev.farcall.call.Channel;

/** A channel to one endpoint, over connections of its own that are made when they are needed. */
public interface Link extends Channel, AutoCloseable {

  /** Takes no more calls; those in flight go on, and then its connections end. Does not wait. */
  @Override
  void close();
}
