package dev.farcall.processor.analysis;

import dev.farcall.processor.model.JavaScalar;
import dev.farcall.processor.model.ProtoScalar;
import java.util.Optional;

/** The forms that {@code @Encoding} chooses. */
final class Encodings {

  private Encodings() {}

  /** The proto scalar of a Java scalar in a form, if the form fits. */
  static Optional<ProtoScalar> of(JavaScalar java, String form) {
    return Optional.ofNullable(
        switch (java) {
          case INT ->
              switch (form) {
                case "SIGNED" -> ProtoScalar.SINT32;
                case "FIXED" -> ProtoScalar.SFIXED32;
                case "UNSIGNED" -> ProtoScalar.UINT32;
                default -> null;
              };
          case LONG ->
              switch (form) {
                case "SIGNED" -> ProtoScalar.SINT64;
                case "FIXED" -> ProtoScalar.SFIXED64;
                case "UNSIGNED" -> ProtoScalar.UINT64;
                default -> null;
              };
          case UUID -> form.equals("BYTES") ? ProtoScalar.BYTES : null;
          default -> null;
        });
  }
}
