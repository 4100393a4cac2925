package dev.farcall.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.CodedOutputStream;
import dev.farcall.wire.Order.Line;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtobufWriterTest {

  private static final long[] NUMBERS = {
    0,
    1,
    -1,
    127,
    128,
    16_383,
    16_384,
    Integer.MIN_VALUE,
    Integer.MAX_VALUE,
    Long.MIN_VALUE,
    Long.MAX_VALUE,
    1L << 35,
    1L << 56
  };
  private static final int[] FIELDS = {1, 15, 16, 2047, 2048, 262_144, 536_870_911};
  private static final Line GIFT = new Line("ribbon", 1);

  @FunctionalInterface
  private interface Coded {
    void write(CodedOutputStream out) throws IOException;
  }

  private static byte[] coded(Coded content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      CodedOutputStream out = CodedOutputStream.newInstance(bytes);
      content.write(out);
      out.flush();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] written(Consumer<ProtobufWriter> content) {
    return ProtobufWriter.encode(new Fields(content), "");
  }

  /** Whatever a test writes. */
  private static final class Fields extends BinaryCodec<String> {
    private final Consumer<ProtobufWriter> content;

    Fields(Consumer<ProtobufWriter> content) {
      super("test.v1.Fields");
      this.content = content;
    }

    @Override
    public void write(String value, ProtobufWriter out) {
      content.accept(out);
    }

    @Override
    public String read(ProtobufReader in) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void every_scalar_is_written_as_protobuf_java_writes_it() {
    for (int field : FIELDS) {
      for (long number : NUMBERS) {
        int small = (int) number;
        int varint = field << 3;
        int four = varint | 5;
        int eight = varint | 1;
        byte[] ours =
            written(
                out -> {
                  out.bool(varint, small != 0);
                  out.int32(varint, small);
                  out.int64(varint, number);
                  out.uint32(varint, small);
                  out.uint64(varint, number);
                  out.sint32(varint, small);
                  out.sint64(varint, number);
                  out.sfixed32(four, small);
                  out.sfixed64(eight, number);
                  out.float32(four, (float) number);
                  out.float64(eight, (double) number);
                });
        byte[] theirs =
            coded(
                out -> {
                  out.writeBool(field, small != 0);
                  out.writeInt32(field, small);
                  out.writeInt64(field, number);
                  out.writeUInt32(field, small);
                  out.writeUInt64(field, number);
                  out.writeSInt32(field, small);
                  out.writeSInt64(field, number);
                  out.writeSFixed32(field, small);
                  out.writeSFixed64(field, number);
                  out.writeFloat(field, (float) number);
                  out.writeDouble(field, (double) number);
                });
        assertThat(ours).as("field %s, value %s", field, number).isEqualTo(theirs);
      }
    }
  }

  @Test
  void packed_values_are_written_as_protobuf_java_writes_them() {
    byte[] ours =
        written(
            out -> {
              int start = out.begin(10);
              for (long number : NUMBERS) {
                int small = (int) number;
                out.rawBool(small != 0);
                out.rawInt32(small);
                out.rawInt64(number);
                out.rawUint32(small);
                out.rawUint64(number);
                out.rawSint32(small);
                out.rawSint64(number);
                out.rawSfixed32(small);
                out.rawSfixed64(number);
                out.rawFloat32((float) number);
                out.rawFloat64((double) number);
              }
              out.end(start);
            });
    byte[] content =
        coded(
            out -> {
              for (long number : NUMBERS) {
                int small = (int) number;
                out.writeBoolNoTag(small != 0);
                out.writeInt32NoTag(small);
                out.writeInt64NoTag(number);
                out.writeUInt32NoTag(small);
                out.writeUInt64NoTag(number);
                out.writeSInt32NoTag(small);
                out.writeSInt64NoTag(number);
                out.writeSFixed32NoTag(small);
                out.writeSFixed64NoTag(number);
                out.writeFloatNoTag((float) number);
                out.writeDoubleNoTag((double) number);
              }
            });
    assertThat(ours).isEqualTo(coded(out -> out.writeByteArray(1, content)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 127, 128, 16_383, 16_384, 2_097_151, 2_097_152})
  void a_region_of_any_size_gets_its_length(int size) {
    byte[] content = new byte[size];
    Arrays.fill(content, (byte) 7);
    byte[] ours =
        written(
            out -> {
              int start = out.begin(26);
              out.fields(content);
              out.end(start);
            });
    assertThat(ours).isEqualTo(coded(out -> out.writeByteArray(3, content)));
    assertThat(written(out -> out.bytes(26, content))).isEqualTo(ours);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plain", "what?", "Zürich", "東京", "😀 and a ?", "\0"})
  void text_is_written_as_protobuf_java_writes_it(String text) {
    assertThat(written(out -> out.string(10, text)))
        .isEqualTo(coded(out -> out.writeString(1, text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\ud800", "\ud800\ud800\udc00", "\udc00b", "12345678\udfff90"})
  void a_lone_surrogate_is_refused_with_the_name_of_the_field(String text) {
    Order order = order(text, List.of(), Map.of());
    assertThatThrownBy(() -> ProtobufWriter.encode(OrderCodec.INSTANCE, order))
        .isInstanceOf(EncodeException.class)
        .hasMessageStartingWith("Order.id has a lone surrogate at index ");
  }

  @Test
  void a_lone_surrogate_in_a_nested_message_is_refused_with_its_name() {
    Order order = order("", List.of(new Line("\ud800", 1)), Map.of());
    assertThatThrownBy(() -> ProtobufWriter.encode(OrderCodec.INSTANCE, order))
        .hasMessageStartingWith("Order.Line.sku has a lone surrogate at index 0");
  }

  @Test
  void a_lone_surrogate_in_a_key_is_refused_with_the_name_of_the_map() {
    Order order = order("", List.of(), Map.of("\udc00", GIFT));
    assertThatThrownBy(() -> ProtobufWriter.encode(OrderCodec.INSTANCE, order))
        .hasMessageStartingWith("Order.byName has a lone surrogate at index 0");
  }

  @Test
  void a_null_element_is_refused_with_its_place() {
    Order order = order("", Arrays.asList(GIFT, null), Map.of());
    assertThatThrownBy(() -> ProtobufWriter.check(OrderCodec.INSTANCE, order))
        .isInstanceOf(EncodeException.class)
        .hasMessage(
            "Order.lines[1] is null (expected: a value; if it may be absent, declare"
                + " Optional<…>)");
  }

  @Test
  void an_instant_out_of_range_is_refused_with_the_name_of_its_field() {
    Order order = new Order("", List.of(), GIFT, Optional.empty(), Map.of(), Instant.MAX, 0);
    assertThatThrownBy(() -> ProtobufWriter.encode(OrderCodec.INSTANCE, order))
        .isInstanceOf(EncodeException.class)
        .hasMessageStartingWith(
            "Order.placedAt is +1000000000-12-31T23:59:59.999999999Z (expected");
  }

  @Test
  void what_nests_deeper_than_readers_accept_is_refused() {
    Order deepest = order("", List.of(), Map.of());
    for (int depth = 0; depth < 99; depth++) {
      deepest = within(deepest);
    }
    assertThat(
            ProtobufReader.decode(
                OrderCodec.INSTANCE,
                ProtobufWriter.encode(OrderCodec.INSTANCE, deepest),
                DecodeLimits.DEFAULT))
        .isEqualTo(deepest);
    Order tooDeep = within(within(deepest));
    assertThatThrownBy(() -> ProtobufWriter.encode(OrderCodec.INSTANCE, tooDeep))
        .isInstanceOf(EncodeException.class)
        .hasMessageContaining("nests deeper than 100 messages");
  }

  @Test
  void a_buffer_is_written_from_its_position_and_left_as_it_is() {
    ByteBuffer buffer = ByteBuffer.wrap(new byte[] {1, 2, 3, 4}).position(1).limit(3);
    assertThat(written(out -> out.bytes(10, buffer)))
        .isEqualTo(coded(out -> out.writeByteArray(1, new byte[] {2, 3})));
    assertThat(buffer).isEqualTo(ByteBuffer.wrap(new byte[] {2, 3}));
  }

  @Test
  void a_writer_is_fit_for_use_after_a_value_was_refused() {
    Order good = order("42", List.of(GIFT), Map.of("a", GIFT));
    byte[] bytes = ProtobufWriter.encode(OrderCodec.INSTANCE, good);
    Order bad = order("42", List.of(), Map.of("a", new Line("\ud800", 1)));
    for (int i = 0; i < 100; i++) {
      assertThatThrownBy(() -> ProtobufWriter.encode(OrderCodec.INSTANCE, bad))
          .isInstanceOf(EncodeException.class);
      assertThat(ProtobufWriter.encode(OrderCodec.INSTANCE, good)).isEqualTo(bytes);
    }
  }

  private static Order order(String id, List<Line> lines, Map<String, Line> byName) {
    return new Order(id, lines, GIFT, Optional.empty(), byName, Instant.EPOCH, 0);
  }

  private static Order within(Order previous) {
    return new Order("", List.of(), GIFT, Optional.of(previous), Map.of(), Instant.EPOCH, 0);
  }
}
