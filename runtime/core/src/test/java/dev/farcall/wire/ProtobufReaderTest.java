package dev.farcall.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ReadOnlyBufferException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtobufReaderTest {

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

  private static ProtobufReader reader(String hex) {
    return ProtobufReader.of(HexFormat.of().parseHex(hex), DecodeLimits.DEFAULT);
  }

  @Test
  void every_scalar_that_protobuf_java_writes_is_read() throws IOException {
    for (long number : NUMBERS) {
      int small = (int) number;
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      CodedOutputStream out = CodedOutputStream.newInstance(bytes);
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
      out.writeStringNoTag("Zürich " + number);
      out.writeByteArrayNoTag(new byte[] {1, 2});
      out.flush();
      ProtobufReader in = ProtobufReader.of(bytes.toByteArray(), DecodeLimits.DEFAULT);
      assertThat(in.bool()).isEqualTo(small != 0);
      assertThat(in.int32()).isEqualTo(small);
      assertThat(in.int64()).isEqualTo(number);
      assertThat(in.uint32()).isEqualTo(small);
      assertThat(in.uint64()).isEqualTo(number);
      assertThat(in.sint32()).isEqualTo(small);
      assertThat(in.sint64()).isEqualTo(number);
      assertThat(in.sfixed32()).isEqualTo(small);
      assertThat(in.sfixed64()).isEqualTo(number);
      assertThat(in.float32()).isEqualTo((float) number);
      assertThat(in.float64()).isEqualTo((double) number);
      assertThat(in.string()).isEqualTo("Zürich " + number);
      assertThat(in.bytes()).containsExactly(1, 2);
      assertThat(in.tag()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1 << 3, 15 << 3, 16 << 3, 2048 << 3, 262_144 << 3, 536_870_911 << 3 | 5})
  void a_tag_of_any_length_is_recognized(int tag) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    out.writeUInt32NoTag(tag);
    out.flush();
    assertThat(ProtobufReader.of(bytes.toByteArray(), DecodeLimits.DEFAULT).tag()).isEqualTo(tag);
    ProtobufReader in = ProtobufReader.of(bytes.toByteArray(), DecodeLimits.DEFAULT);
    assertThat(in.next(tag ^ 8)).isFalse();
    assertThat(in.next(tag)).isTrue();
    assertThat(in.next(tag)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "00, no field has the tag 0",
    "07, no field has the tag 7",
    "0e, no field has the tag 14",
    "0f, no field has the tag 15",
    "0c, a group ends that did not begin",
    "88, the message ends inside a tag",
    "888080808010, a tag has more than 32 bits",
    "88808080808000, a tag has more than 32 bits"
  })
  void a_tag_that_cannot_be_is_refused(String hex, String problem) {
    assertThatThrownBy(() -> reader(hex).tag())
        .isInstanceOfSatisfying(
            DecodeException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(DecodeException.Kind.MALFORMED);
              assertThat(e.problem()).isEqualTo(problem);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "08", // no value
        "0880", // half a varint
        "08ffffffffffffffffffff01", // 11 bytes
        "0900", // less than 8 bytes
        "0d00", // less than 4 bytes
        "0a01", // longer than what is left
        "0affffffffffffffffff01", // a length of -1
        "0affffffff0f", // a length of 2^32-1
        "0affffffff07", // the largest int: position + length overflows
        "0b", // a group that does not end
        "0b14", // a group that ends as another
        "0b0b0c", // an inner group ends, the outer does not
        "0b0f" // an impossible tag in a group
      })
  void an_unknown_field_that_is_damaged_is_refused(String hex) {
    ProtobufReader in = reader(hex);
    int tag = in.tag();
    assertThatThrownBy(() -> in.skip(tag))
        .isInstanceOfSatisfying(
            DecodeException.class,
            e -> assertThat(e.kind()).isEqualTo(DecodeException.Kind.MALFORMED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0801",
        "08ffffffffffffffffff01",
        "090000000000000000",
        "0d00000000",
        "0a00",
        "0a03616263",
        "0b0c",
        "0b08011202616215000000001900000000000000000c",
        "0b131b1c140c"
      })
  void an_unknown_field_is_skipped_to_its_end(String hex) {
    ProtobufReader in = reader(hex);
    in.skip(in.tag());
    assertThat(in.tag()).isZero();
  }

  @Test
  void groups_in_groups_count_as_depth() {
    String deepest = "0b".repeat(100) + "0c".repeat(100);
    ProtobufReader in = reader(deepest);
    in.skip(in.tag());
    assertThat(in.tag()).isZero();
    ProtobufReader tooDeep = reader("0b".repeat(101) + "0c".repeat(101));
    int tag = tooDeep.tag();
    assertThatThrownBy(() -> tooDeep.skip(tag))
        .isInstanceOfSatisfying(
            DecodeException.class, e -> assertThat(e.kind()).isEqualTo(DecodeException.Kind.LIMIT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "02c0af", // overlong
        "03eda080", // a surrogate
        "04f4908080", // beyond the last code point
        "0180", // a continuation first
        "01c3", // ends inside
        "02ff61"
      })
  void text_that_is_not_utf_8_is_refused(String hex) {
    assertThatThrownBy(() -> reader(hex).string()).hasMessage("text is not UTF-8");
  }

  @Test
  void the_replacement_character_itself_is_text() {
    assertThat(reader("03efbfbd").string()).isEqualTo("\uFFFD");
  }

  @Test
  void a_region_ends_where_its_length_says() {
    ProtobufReader in = reader("0a02018008");
    assertThat(in.next(10)).isTrue();
    int outer = in.push();
    assertThat(in.int32()).isEqualTo(1);
    assertThat(in.more()).isTrue();
    assertThatThrownBy(in::int32).isInstanceOf(DecodeException.class);
    assertThat(outer).isEqualTo(5);
  }

  @Test
  void a_message_over_the_limit_is_refused_before_it_is_read() {
    DecodeLimits limits = new DecodeLimits(3, 100, 100);
    assertThatThrownBy(() -> ProtobufReader.of(new byte[4], limits))
        .isInstanceOfSatisfying(
            DecodeException.class, e -> assertThat(e.kind()).isEqualTo(DecodeException.Kind.LIMIT))
        .hasMessage("message has 4 bytes (expected: at most 3)");
  }

  @Test
  void a_buffer_is_read_only() {
    assertThatThrownBy(() -> reader("0161").byteBuffer().put(0, (byte) 1))
        .isInstanceOf(ReadOnlyBufferException.class);
  }
}
