package dev.farcall.processor.analysis;

/** The names of the annotations that are read. */
final class Annotations {

  private static final String PACKAGE = "dev.farcall.annotation.";

  static final String REMOTE = PACKAGE + "Remote";
  static final String RPC = PACKAGE + "Rpc";
  static final String SCHEMA = PACKAGE + "Schema";
  static final String MESSAGE = PACKAGE + "Message";
  static final String TAG = PACKAGE + "Tag";
  static final String WAS = PACKAGE + "Was";
  static final String SCALAR = PACKAGE + "Scalar";
  static final String ENCODING = PACKAGE + "Encoding";
  static final String UNKNOWN_VALUE = PACKAGE + "UnknownValue";
  static final String UNSPECIFIED = PACKAGE + "Unspecified";
  static final String SAFE = PACKAGE + "Safe";
  static final String IDEMPOTENT = PACKAGE + "Idempotent";
  static final String REMOTE_ERROR = PACKAGE + "RemoteError";
  static final String WIRE_ADAPTER = PACKAGE + "WireAdapter";
  static final String NON_BLOCKING = PACKAGE + "NonBlocking";
  static final String TIMEOUT = PACKAGE + "Timeout";
  static final String DEADLINE = PACKAGE + "Deadline";
  static final String HEADER = PACKAGE + "Header";

  /** On what was generated: its full name, its schema class, its file. */
  static final String WIRE_TYPE = "dev.farcall.wire.WireType";

  private Annotations() {}
}
