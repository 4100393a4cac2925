package dev.farcall.processor.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Optional;

/**
 * A message and the codec to be generated for it.
 *
 * @param javaType what the codec reads and writes, boxed; for {@link Body.Request} the record that
 *     is generated too
 * @param codec the class to generate
 * @param protoName the simple proto name
 * @param fullName the full proto name, nesting included
 * @param parent the full proto name of the message it is nested in
 * @param label how errors name it: {@code Order}, {@code Order.Line}
 * @param body what it is made of
 * @param publicCodec whether the codec is public; that of a request or response is not
 */
public record MessageModel(
    TypeName javaType,
    ClassName codec,
    String protoName,
    String fullName,
    Optional<String> parent,
    String label,
    Body body,
    boolean publicCodec,
    String doc,
    boolean deprecated,
    History history,
    Site site) {

  /** The same message with this body and this past. */
  public MessageModel with(Body given, Reserved reserved) {
    return new MessageModel(
        javaType,
        codec,
        protoName,
        fullName,
        parent,
        label,
        given,
        publicCodec,
        doc,
        deprecated,
        history.withReserved(reserved),
        site);
  }

  /** What a message is made of. */
  @SuppressWarnings("JavaLangClash") // always qualified: Body.Record, Body.Error
  public sealed interface Body {

    /**
     * The fields in declaration order, which is the constructor's order; the cases of a oneof have
     * none.
     */
    List<FieldModel> fields();

    /** A record: canonical constructor, accessors of the same names. */
    record Record(List<FieldModel> fields) implements Body {}

    /** An exception: the public constructor's parameters, each with an accessor of its name. */
    record Error(List<FieldModel> fields) implements Body {}

    /** The parameters of a method: a record that is generated with its codec. */
    record Request(List<FieldModel> fields) implements Body {}

    /**
     * The result of a method, or an element of a stream either way, in a message of its own; no
     * field for {@code void}.
     */
    record Result(Optional<FieldModel> field) implements Body {
      @Override
      public List<FieldModel> fields() {
        return field.map(List::of).orElse(List.of());
      }
    }

    /**
     * A sealed interface: {@code oneof kind}.
     *
     * @param unknown the member annotated {@code @UnknownValue}, a record without components, which
     *     stands for what this build does not know
     */
    record Oneof(List<CaseModel> cases, Optional<CaseModel> unknown) implements Body {
      @Override
      public List<FieldModel> fields() {
        return List.of();
      }
    }

    /**
     * A protoc message as the root of a request or response: its own bytes, nothing is declared.
     */
    record Foreign() implements Body {
      @Override
      public List<FieldModel> fields() {
        return List.of();
      }
    }
  }
}
