package dev.farcall.processor.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import dev.farcall.processor.conformance.JsonCase.Equivalent;
import dev.farcall.processor.conformance.JsonCase.Tree;
import java.util.Optional;

/** Who is put to the suite's questions about JSON. */
interface JsonTestee {

  /** What is written, in UTF-8 if it is JSON; empty if reading or writing fails. */
  Optional<ByteString> answer(JsonCase c);

  /** The schema by whose names it writes JSON; its numbers are those of the suite. */
  Descriptor descriptor(JsonCase c);

  /** Asserts that a case comes out as the suite demands. */
  default void check(JsonCase c) throws InvalidProtocolBufferException {
    Optional<ByteString> answer = answer(c);
    if (c.expected() instanceof Tree tree) {
      assertThat(answer).isPresent();
      assertThat(JsonParser.parseString(answer.orElseThrow().toStringUtf8()))
          .isEqualTo(tree.json());
    } else if (c.expected() instanceof Equivalent equivalent) {
      assertThat(answer).isPresent();
      assertThat(message(c, answer.orElseThrow())).isEqualTo(read(equivalent.message()));
    } else {
      assertThat(answer).isEmpty();
    }
  }

  private Message message(JsonCase c, ByteString answer) throws InvalidProtocolBufferException {
    if (!c.jsonOutput()) {
      return read(answer);
    }
    DynamicMessage.Builder message = DynamicMessage.newBuilder(descriptor(c));
    JsonFormat.parser().merge(answer.toStringUtf8(), message);
    return read(message.build().toByteString());
  }

  private static Message read(ByteString bytes) throws InvalidProtocolBufferException {
    return Oracle.read(ReferenceSchema.ALL_TYPES, bytes);
  }
}
