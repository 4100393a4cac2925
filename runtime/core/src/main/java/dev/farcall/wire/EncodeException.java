package dev.farcall.wire;

/** A value that its contract cannot carry, found before anything was sent. */
public final class EncodeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final int PLACELESS = -1;

  /**
   * The number of the field whose name the message lacks, {@link #PLACELESS}, or 0: it says all.
   */
  private final int field;

  private final String problem;

  /** The name in JSON that the message lacks, or empty. */
  private final String name;

  /** Says what was found where, as in {@code Order.lines[3] is null; use Optional<…>}. */
  public EncodeException(String message) {
    this(message, 0, "");
  }

  private EncodeException(String message, int field, String name) {
    super(message);
    this.problem = message;
    this.field = field;
    this.name = name;
  }

  /**
   * A null where the contract has none.
   *
   * @param where as in {@code Order.lines[3]}
   */
  public static EncodeException nullAt(String where) {
    return new EncodeException(
        where + " is null (expected: a value; if it may be absent, declare Optional<…>)");
  }

  /**
   * A value that the contract excludes.
   *
   * @param where as in {@code Order.total}
   * @param problem as in {@code has 1200 digits (expected: at most 1000)}
   */
  public static EncodeException outOfRange(String where, String problem) {
    return new EncodeException(where + " " + problem);
  }

  /** A problem of the whole value, which the codec around has a name for. */
  static EncodeException placeless(String problem) {
    return new EncodeException(problem, PLACELESS, "");
  }

  /** A problem of a field whose name the codec around knows. */
  static EncodeException inField(int number, String problem) {
    return new EncodeException(problem, number, "");
  }

  /** The same, told of the message's field that holds the value. */
  EncodeException heldBy(int number) {
    return field == PLACELESS ? with(problem, number, "") : this;
  }

  /** The same, told of the member of a JSON object that holds the value. */
  EncodeException heldBy(String member) {
    return field == PLACELESS ? with(problem, 0, member) : this;
  }

  /** The same with the field's name, as far as the codec knows it. */
  EncodeException in(MessageCodec<?> codec) {
    if (!name.isEmpty()) {
      return with(label(codec.fullName()) + "." + name + " " + problem, 0, "");
    }
    if (field <= 0) {
      return this;
    }
    FieldName known = codec.field(field);
    String where = known == null ? " field " + field : "." + known.name();
    return with(label(codec.fullName()) + where + " " + problem, 0, "");
  }

  private EncodeException with(String message, int number, String member) {
    EncodeException same = new EncodeException(message, number, member);
    same.setStackTrace(getStackTrace());
    return same;
  }

  /** {@code Order.Line} of {@code acme.orders.v1.Order.Line}: packages are lower-case. */
  private static String label(String fullName) {
    int start = 0;
    for (int dot = fullName.indexOf('.'); dot >= 0; dot = fullName.indexOf('.', start)) {
      if (Character.isUpperCase(fullName.charAt(start))) {
        break;
      }
      start = dot + 1;
    }
    return fullName.substring(start);
  }
}
