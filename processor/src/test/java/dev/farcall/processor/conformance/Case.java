package dev.farcall.processor.conformance;

import com.google.protobuf.ByteString;

/**
 * One case of the suite.
 *
 * @param name as the suite's runner prints it, in its failure lists
 * @param input a serialized {@code TestAllTypesProto3}, or what passes for one
 */
record Case(String name, ByteString input, Expected expected) {

  /** What must come of it. */
  sealed interface Expected {}

  /** Decoding fails. */
  record Rejected() implements Expected {}

  /** What is written again is the same message as these bytes. */
  record Equivalent(ByteString message) implements Expected {}

  /** What is written again are these bytes. */
  record Exactly(ByteString bytes) implements Expected {}

  /** Either decoding fails, or what is written again is the same message as these bytes. */
  record RejectedOrEquivalent(ByteString message) implements Expected {}

  static Case rejected(String name, ByteString input) {
    return new Case("Required.Proto3.ProtobufInput." + name, input, new Rejected());
  }

  static Case rejectedIfPossible(String name, ByteString input) {
    return new Case("Recommended.Proto3.ProtobufInput." + name, input, new Rejected());
  }

  static Case equivalent(String name, ByteString input, ByteString message) {
    return output("Required", name, input, new Equivalent(message));
  }

  static Case recommendedEquivalent(String name, ByteString input, ByteString message) {
    return output("Recommended", name, input, new Equivalent(message));
  }

  static Case exactly(String name, ByteString input, ByteString bytes) {
    return output("Recommended", name, input, new Exactly(bytes));
  }

  static Case requiredExactly(String name, ByteString input, ByteString bytes) {
    return output("Required", name, input, new Exactly(bytes));
  }

  static Case rejectedOrEquivalent(String name, ByteString input, ByteString message) {
    return output("Recommended", name, input, new RejectedOrEquivalent(message));
  }

  private static Case output(String level, String name, ByteString input, Expected expected) {
    return new Case(level + ".Proto3.ProtobufInput." + name + ".ProtobufOutput", input, expected);
  }

  @Override
  public String toString() {
    return name;
  }
}
