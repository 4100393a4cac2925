package dev.farcall.call;

/**
 * One entry of {@code google.rpc.Status.details}: a {@code google.protobuf.Any}, never resolved to
 * a class by its name.
 *
 * @param type the full name of the message, without {@code type.googleapis.com/}
 * @param value the encoded message; do not change the array
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; a copy would cost each error
public record ErrorDetail(String type, byte[] value) {

  @Override
  public String toString() {
    return type + "[" + value.length + " bytes]";
  }
}
