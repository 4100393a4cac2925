package dev.farcall.discovery.etcd;

import java.util.concurrent.TimeoutException;

/** Says why etcd did not answer. */
final class Causes {

  private Causes() {}

  /** The deepest cause says most. */
  static String text(Throwable thrown) {
    Throwable cause = thrown;
    for (int depth = 0; cause.getCause() != null && depth < 8; depth++) {
      cause = cause.getCause();
    }
    if (cause instanceof TimeoutException) {
      return "no answer within " + EtcdRegistry.ANSWER.toSeconds() + " s";
    }
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }
}
