package dev.farcall.processor.conformance;

import com.google.gson.JsonElement;
import com.google.protobuf.ByteString;

/**
 * One case of the suite with JSON as input or output.
 *
 * @param name as the suite's runner prints it
 * @param further whether {@link FurtherTypes} has its fields, otherwise {@link TestAllTypes}
 * @param jsonInput whether the input is JSON, otherwise a serialized {@code TestAllTypesProto3}
 * @param jsonOutput whether JSON is to be written, otherwise protobuf
 */
record JsonCase(
    String name,
    boolean further,
    ByteString input,
    boolean jsonInput,
    boolean jsonOutput,
    Expected expected) {

  /** What must come of it. */
  sealed interface Expected {}

  /** Reading or writing fails. */
  record Refused() implements Expected {}

  /** What is written is the same message as these bytes. */
  record Equivalent(ByteString message) implements Expected {}

  /** What is written is this JSON. */
  record Tree(JsonElement json) implements Expected {}

  @Override
  public String toString() {
    return name;
  }
}
