package dev.farcall.annotation;

/**
 * How a call ended: the canonical status codes of gRPC, which are also those of {@code
 * google.rpc.Code} and of the Connect protocol.
 *
 * <p>The order of the constants is the order of the numbers, but {@link #number()} is the number
 * that is sent.
 *
 * @see <a href="https://grpc.io/docs/guides/status-codes/">gRPC status codes</a>
 */
public enum Code {
  /** The call succeeded. */
  OK(0),

  /** The caller gave the call up, as a rule. */
  CANCELLED(1),

  /**
   * Nothing better is known, for instance because the peer sent a number that is not listed here.
   */
  UNKNOWN(2),

  /** The arguments are wrong whatever the state of the system is. */
  INVALID_ARGUMENT(3),

  /** The time allowed for the call ran out; it may still have taken effect. */
  DEADLINE_EXCEEDED(4),

  /** What was asked for does not exist. */
  NOT_FOUND(5),

  /** What was to be created exists. */
  ALREADY_EXISTS(6),

  /** The caller is known, and may not do this. */
  PERMISSION_DENIED(7),

  /** A quota, a limit or a resource is used up. */
  RESOURCE_EXHAUSTED(8),

  /** The state of the system does not allow this; repeating the call will not help. */
  FAILED_PRECONDITION(9),

  /** A conflict with a concurrent call; repeating the whole sequence of calls may help. */
  ABORTED(10),

  /** An argument lies past the valid range in the present state of the system. */
  OUT_OF_RANGE(11),

  /** The method does not exist or is not supported here. */
  UNIMPLEMENTED(12),

  /** The server broke one of its own invariants. */
  INTERNAL(13),

  /** The service cannot be reached at present; repeating the call may help. */
  UNAVAILABLE(14),

  /** Data is lost or corrupt and will not come back. */
  DATA_LOSS(15),

  /** The caller has not proved who it is. */
  UNAUTHENTICATED(16);

  private static final Code[] BY_NUMBER = values();

  private final int number;

  Code(int number) {
    this.number = number;
  }

  /** Returns the number that stands for this code on the wire, 0 to 16. */
  public int number() {
    return number;
  }

  /**
   * Returns the code of a number from the wire.
   *
   * @param number any number; peers may send what this version does not know
   * @return the code, or {@link #UNKNOWN} if there is none of that number
   */
  public static Code of(int number) {
    return number >= 0 && number < BY_NUMBER.length ? BY_NUMBER[number] : UNKNOWN;
  }
}
