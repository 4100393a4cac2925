package dev.farcall.samples.shop;

import java.util.List;

/** The running services. */
interface Deployment extends AutoCloseable {

  /** What runs where, for people; a line each. */
  List<String> describe();

  /** The services that ended unasked so far, for people; a line each. */
  List<String> lost();

  /** Ends a service without a warning, or one of its instances; returns which, for people. */
  String kill(String service);

  /** Whether one that was ended is started again. */
  default boolean comesBack() {
    return false;
  }

  /** Ends all of them. */
  @Override
  void close();
}
