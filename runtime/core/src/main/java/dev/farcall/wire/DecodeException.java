package dev.farcall.wire;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that are not the message they should be. Has no stack trace: it tells of a peer's bytes,
 * not of code, and peers can make many.
 */
public final class DecodeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Kind {
    /** Not protobuf or JSON: a length beyond the end, a bad tag, text that is not UTF-8. */
    MALFORMED,
    /** A field that must be there is not. */
    MISSING,
    /** Well-formed, but no value of its type: out of range, or refused by the constructor. */
    INVALID,
    /** Larger, deeper or of more elements than allowed. */
    LIMIT,
    /** The constructor failed with something else than an {@link IllegalArgumentException}. */
    INTERNAL
  }

  private final Kind kind;

  /** What the peer may read; the path stands before it. */
  private final String problem;

  private String path = "";

  /** The same place as a JSON pointer, if it was found in JSON. */
  private @Nullable String pointer;

  /** Where the messages that were being read begin, innermost first. */
  private int[] starts = new int[4];

  private int depth;

  /** A position in the field that failed, or -1 if it was the message as a whole. */
  private int position = -1;

  private DecodeException(Kind kind, String problem, String field, @Nullable Throwable cause) {
    super(null, cause, false, false);
    this.kind = kind;
    this.problem = problem;
    this.path = field;
  }

  /** Bytes that are neither protobuf nor JSON. */
  public static DecodeException malformed(String problem) {
    return new DecodeException(Kind.MALFORMED, problem, "", null);
  }

  /** A required field of the message being read is absent. */
  public static DecodeException missing(String field) {
    return new DecodeException(Kind.MISSING, "is missing", field, null);
  }

  /** A value that its type does not have. */
  public static DecodeException invalid(String problem) {
    return new DecodeException(Kind.INVALID, problem, "", null);
  }

  /**
   * A value that its type does not have.
   *
   * @param field the one that has it, for what stands outside of a message: a path, a query
   */
  public static DecodeException invalid(String field, String problem) {
    return new DecodeException(Kind.INVALID, problem, field, null);
  }

  /** A number that no constant of the enum stands for. */
  public static DecodeException unknownEnum(String type, int number) {
    return invalid("unknown " + type + " number " + number);
  }

  /** A name that no constant of the enum has. */
  public static DecodeException unknownEnum(String type, String name) {
    return invalid("unknown " + type + " " + (name.length() <= 40 ? name : "name"));
  }

  /** The number 0 of an enum whose Java type has no constant for it. */
  public static DecodeException unspecifiedEnum(String type) {
    return new DecodeException(Kind.MISSING, "is missing: 0 is no value of " + type, "", null);
  }

  static DecodeException limit(String problem) {
    return new DecodeException(Kind.LIMIT, problem, "", null);
  }

  /**
   * What reading threw, as one of these: an {@link IllegalArgumentException} of a user's
   * constructor passes its message on, anything else says nothing.
   */
  public static DecodeException of(RuntimeException thrown) {
    return thrown instanceof DecodeException known ? known : rejected(thrown);
  }

  /** The same, told of a value that stands outside of a message: in a path, a query. */
  public DecodeException at(String name) {
    path = name;
    return this;
  }

  /** What a constructor or an adapter threw. */
  private static DecodeException rejected(RuntimeException cause) {
    if (!(cause instanceof IllegalArgumentException)) {
      return new DecodeException(Kind.INTERNAL, "could not be constructed", "", cause);
    }
    String said = cause.getMessage();
    return new DecodeException(
        Kind.INVALID, said == null ? "is refused by its constructor" : said, "", cause);
  }

  /**
   * Notes that the exception left a message.
   *
   * @param start where the message begins
   * @param failed a position in the field being read, or -1 if all fields were read
   */
  static DecodeException leaving(RuntimeException thrown, int start, int failed) {
    DecodeException e = of(thrown);
    if (e.depth == 0) {
      e.position = failed;
    }
    if (e.depth == e.starts.length) {
      e.starts = Arrays.copyOf(e.starts, 2 * e.depth);
    }
    e.starts[e.depth++] = start;
    return e;
  }

  /** Finds the path in the bytes of the outermost message, which has been left. */
  DecodeException locate(MessageCodec<?> codec, byte[] bytes, int end) {
    path = new FieldPath(bytes, end, starts, depth, position, path).find(codec);
    return this;
  }

  /**
   * Notes where in JSON it happened, unless that is known.
   *
   * @param at in the value that failed, or where that begins
   */
  static DecodeException leaving(RuntimeException thrown, int at) {
    DecodeException e = of(thrown);
    if (e.position < 0) {
      e.position = at;
    }
    return e;
  }

  /** Finds the place in the JSON text, unless it was found in a text within that. */
  DecodeException locate(byte[] json) {
    if (pointer != null) {
      return this;
    }
    JsonPath place = JsonPath.find(json, position);
    if (!path.isEmpty()) {
      place.member(path);
    }
    path = place.path();
    pointer = place.pointer();
    return this;
  }

  /** What is wrong. */
  public Kind kind() {
    return kind;
  }

  /**
   * The field in the outermost message, as in {@code order.lines[3].sku}; empty if it is the whole.
   */
  public String path() {
    return path;
  }

  /**
   * The place as a JSON pointer (RFC 6901), as in {@code /order/lines/3/sku}; empty if it is the
   * whole.
   */
  public String pointer() {
    return pointer == null ? JsonPath.pointer(path) : pointer;
  }

  /** What is wrong with it, without the path; safe to tell the peer. */
  public String problem() {
    return problem;
  }

  @Override
  public String getMessage() {
    return path.isEmpty() ? problem : path + ": " + problem;
  }
}
