package dev.farcall.wire;

/**
 * What a message from a peer may cost.
 *
 * @param maxBytes of the whole message, after decompression
 * @param maxDepth how deep messages, groups and map entries may nest in the outermost message
 * @param maxElements of all its lists, sets, arrays and maps together; bounds what small elements
 *     expand to in memory
 */
public record DecodeLimits(int maxBytes, int maxDepth, int maxElements) {

  /** 4 MiB, depth 100 as protobuf's own runtimes have it, 1,048,576 elements. */
  public static final DecodeLimits DEFAULT = new DecodeLimits(4 << 20, 100, 1 << 20);

  public DecodeLimits {
    requirePositive(maxBytes, "maxBytes");
    requirePositive(maxDepth, "maxDepth");
    requirePositive(maxElements, "maxElements");
  }

  private static void requirePositive(int value, String name) {
    if (value < 1) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: >= 1)");
    }
  }
}
