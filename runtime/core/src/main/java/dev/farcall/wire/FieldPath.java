package dev.farcall.wire;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the name of what failed by walking again over the bytes that were read before it; so that
 * reading need not keep track. Linear in the bytes: each level skips the fields before the one that
 * leads down.
 */
final class FieldPath {

  private final byte[] bytes;
  private final int end;
  private final int[] starts;
  private final int depth;
  private final int position;
  private final String last;

  /**
   * @param end of the outermost message
   * @param starts where the messages that were being read begin, innermost first
   * @param depth how many there are
   * @param position in the field that failed, or -1
   * @param last the name of the field that failed, if known, or empty
   */
  FieldPath(byte[] bytes, int end, int[] starts, int depth, int position, String last) {
    this.bytes = bytes;
    this.end = end;
    this.starts = starts;
    this.depth = depth;
    this.position = position;
    this.last = last;
  }

  String find(MessageCodec<?> outermost) {
    StringBuilder path = new StringBuilder();
    MessageCodec<?> codec = outermost;
    int limit = end;
    for (int level = depth - 1; level >= 0 && codec != null; level--) {
      boolean innermost = level == 0;
      int target = innermost ? position : starts[level - 1];
      if (target < 0 || (innermost && !last.isEmpty())) {
        break;
      }
      Step step = step(codec, starts[level], limit, target);
      if (step == null) {
        break;
      }
      append(path, step.name);
      codec = step.codec;
      limit = step.end;
    }
    append(path, last);
    return path.toString();
  }

  private static void append(StringBuilder path, String name) {
    if (!name.isEmpty()) {
      path.append(path.isEmpty() ? "" : ".").append(name);
    }
  }

  /** One name of the path, and the message it leads to. */
  private record Step(String name, @Nullable MessageCodec<?> codec, int end) {}

  /** The field of the message at {@code start} in which {@code target} lies. */
  private @Nullable Step step(MessageCodec<?> codec, int start, int limit, int target) {
    Map<Integer, Integer> seen = new HashMap<>();
    ProtobufReader in =
        ProtobufReader.of(
            bytes, start, limit - start, new DecodeLimits(Integer.MAX_VALUE, 1000, 1));
    int number = 0;
    int count = 0;
    int after = limit;
    try {
      while (in.position() < target) {
        int tag = in.tag();
        if (tag == 0) {
          break;
        }
        number = tag >>> 3;
        count = seen.merge(number, 1, Integer::sum);
        after = limit;
        in.skip(tag);
        after = in.position();
      }
    } catch (DecodeException e) {
      after = limit; // the field that failed has no end
    }
    FieldName field = codec.field(number);
    if (field == null) {
      return null;
    }
    String index = field.kind() == FieldName.Kind.SINGULAR ? "" : "[" + (count - 1) + "]";
    return new Step(field.name() + index, field.codec(), after);
  }
}
