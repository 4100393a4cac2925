package dev.farcall.benchmarks.load;

import java.util.Locale;

/**
 * What is called.
 *
 * @param bytes of the text that is sent and comes back; of use to {@link Operation#ECHO} only
 */
public record Task(Operation operation, int bytes) {

  /** A text there and back: 92 bytes as a message of protobuf. */
  public static final Task ECHO = new Task(Operation.ECHO, 90);

  /** An order of 819 bytes there and back. */
  public static final Task PLACE_ORDER = new Task(Operation.PLACE_ORDER, 0);

  /** An id there, a small record back. */
  public static final Task GET_USER = new Task(Operation.GET_USER, 0);

  /** Of the service. */
  public enum Operation {
    ECHO,
    PLACE_ORDER,
    GET_USER
  }

  /** As in {@code echo:90}. */
  public static Task parse(String text) {
    String[] parts = text.split(":", 2);
    return new Task(
        Operation.valueOf(parts[0].toUpperCase(Locale.ROOT)), Integer.parseInt(parts[1]));
  }

  @Override
  public String toString() {
    return operation.name().toLowerCase(Locale.ROOT) + ":" + bytes;
  }
}
