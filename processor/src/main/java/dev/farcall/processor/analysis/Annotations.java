package dev.farcall.processor.analysis;

import java.util.List;

/** The names of the annotations that are read. */
final class Annotations {

  private static final String PACKAGE = "dev.farcall.annotation.";

  static final String REMOTE = PACKAGE + "Remote";
  static final String RPC = PACKAGE + "Rpc";
  static final String SCHEMA = PACKAGE + "Schema";
  static final String MESSAGE = PACKAGE + "Message";
  static final String TAG = PACKAGE + "Tag";
  static final String WAS = PACKAGE + "Was";
  static final String JSON = PACKAGE + "Json";
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
  static final String RETRY = PACKAGE + "Retry";
  static final String HEDGE = PACKAGE + "Hedge";
  static final String CIRCUIT_BREAKER = PACKAGE + "CircuitBreaker";
  static final String RATE_LIMIT = PACKAGE + "RateLimit";
  static final String BULKHEAD = PACKAGE + "Bulkhead";
  static final String CONCURRENCY_LIMIT = PACKAGE + "ConcurrencyLimit";
  static final String LOAD_BALANCED = PACKAGE + "LoadBalanced";
  static final String HASH_KEY = PACKAGE + "HashKey";
  static final String FALLBACK = PACKAGE + "Fallback";
  static final String TRANSIENT = PACKAGE + "Transient";
  static final String PERMANENT = PACKAGE + "Permanent";
  static final String DEADLINE = PACKAGE + "Deadline";
  static final String HEADER = PACKAGE + "Header";
  static final String HTTP = PACKAGE + "Http";
  static final String GET = PACKAGE + "Get";
  static final String POST = PACKAGE + "Post";
  static final String PUT = PACKAGE + "Put";
  static final String PATCH = PACKAGE + "Patch";
  static final String DELETE = PACKAGE + "Delete";
  static final String QUERY = PACKAGE + "Query";
  static final String BODY = PACKAGE + "Body";
  static final String STATUS = PACKAGE + "Status";

  /** Those whose members are settings of a policy. */
  static final List<String> POLICIES =
      List.of(
          TIMEOUT,
          RETRY,
          HEDGE,
          CIRCUIT_BREAKER,
          RATE_LIMIT,
          BULKHEAD,
          CONCURRENCY_LIMIT,
          LOAD_BALANCED);

  /** What holds an annotation that is written more than once. */
  static final String REPEATED = ".List";

  /** On what was generated: its full name, its schema class, its file. */
  static final String WIRE_TYPE = "dev.farcall.wire.WireType";

  private Annotations() {}
}
