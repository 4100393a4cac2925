package dev.farcall.http;

import dev.farcall.call.ErrorDetail;
import dev.farcall.call.Failure;
import dev.farcall.protocol.JsonText;
import dev.farcall.wire.DecodeException;
import dev.farcall.wire.DecodeLimits;
import dev.farcall.wire.ProtobufReader;

/**
 * What {@code google.rpc.BadRequest} says of fields, as the {@code errors} of a problem: {@code
 * [{"pointer":"/user/age","detail":"must be >= 0"}]}.
 */
final class Violations {

  private static final String TYPE = "google.rpc.BadRequest";
  private static final int FIRST = 1 << 3 | 2;
  private static final int SECOND = 2 << 3 | 2;

  private final StringBuilder json;
  private boolean any;

  private Violations(StringBuilder json) {
    this.json = json;
  }

  /** Appends the member, with a comma before it; nothing if the failure tells of no field. */
  static void write(Failure failure, StringBuilder json) {
    Violations violations = new Violations(json);
    for (ErrorDetail detail : failure.details()) {
      if (detail.type().equals(TYPE)) {
        violations.write(detail.value());
      }
    }
    if (violations.any) {
      json.append(']');
    }
  }

  private void write(byte[] badRequest) {
    try {
      ProtobufReader in = ProtobufReader.of(badRequest, DecodeLimits.DEFAULT);
      for (int tag = in.tag(); tag != 0; tag = in.tag()) {
        if (tag == FIRST) {
          writeOne(in.bytes());
        } else {
          in.skip(tag);
        }
      }
    } catch (DecodeException notOurs) {
      // The detail itself is told as it came.
    }
  }

  private void writeOne(byte[] violation) {
    String field = "";
    String description = "";
    ProtobufReader in = ProtobufReader.of(violation, DecodeLimits.DEFAULT);
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case FIRST -> field = in.string();
        case SECOND -> description = in.string();
        default -> in.skip(tag);
      }
    }
    json.append(any ? "," : ",\"errors\":[").append("{\"pointer\":");
    any = true;
    JsonText.quote(pointer(field), json);
    json.append(",\"detail\":");
    JsonText.quote(bare(field, description), json);
    json.append('}');
  }

  /** {@code user.tags[3]} as {@code /user/tags/3}. */
  private static String pointer(String path) {
    StringBuilder pointer = new StringBuilder(path.length() + 1);
    if (!path.isEmpty()) {
      pointer.append('/');
    }
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      switch (c) {
        case '.', '[' -> pointer.append('/');
        case ']' -> {}
        case '~' -> pointer.append("~0");
        case '/' -> pointer.append("~1");
        default -> pointer.append(c);
      }
    }
    return pointer.toString();
  }

  private static String bare(String field, String description) {
    String prefix = field + ": ";
    return description.startsWith(prefix) ? description.substring(prefix.length()) : description;
  }
}
