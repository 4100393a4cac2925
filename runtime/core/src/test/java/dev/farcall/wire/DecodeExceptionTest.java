package dev.farcall.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farcall.wire.DecodeException.Kind;
import dev.farcall.wire.Order.Line;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecodeExceptionTest {

  private static final String GIFT = "1a030a0161";

  private static DecodeException failure(String hex, DecodeLimits limits) {
    try {
      ProtobufReader.decode(OrderCodec.INSTANCE, HexFormat.of().parseHex(hex), limits);
    } catch (DecodeException e) {
      return e;
    }
    throw new AssertionError(hex + " was read");
  }

  private static DecodeException failure(String hex) {
    return failure(hex, DecodeLimits.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource({
    "'', gift, MISSING",
    "1a00, gift.sku, MISSING",
    "12030a0161 1202100112030a0162, lines[1].sku, MISSING",
    "2205 1a030a0161 1200, lines[0].sku, MISSING",
    "1a030a0161 2209 1a030a0161 12021001, previous.lines[0].sku, MISSING",
    "1a030a0161 2a05 0a0161 1200, byName[0].sku, MISSING",
    "1a030a0161 2a07 0a0161 1200 1801, byName[0].sku, MISSING",
    "1a030a0161 2a03 0a0161, byName[0].sku, MISSING",
    "0a0180, id, MALFORMED",
    "0a0161 38, total, MALFORMED",
    "1203 0a0180, lines[0].sku, MALFORMED",
    "12030a0161 12030a0162 1203 0a0180, lines[2].sku, MALFORMED",
    "1a021001 1a030a0180, gift.sku, MALFORMED",
    "1a00 1a00 1a021080, gift.quantity, MALFORMED",
    "07, '', MALFORMED",
    "1a030a0161 07, '', MALFORMED",
    "1a01 07, gift, MALFORMED",
    "1a030a0161 3208 08ffffffffffff7f, placedAt, INVALID",
    "1a030a0161 320b 10ffffffffffffffffff01, placedAt, INVALID",
    "1a030a0161 38ffffffffffffffffff01, '', INVALID",
    "1a030a0161 2210 1a030a0161 38ffffffffffffffffff01, previous, INVALID"
  })
  void the_path_leads_to_the_field(String hex, String path, Kind kind) {
    DecodeException e = failure(hex.replace(" ", ""));
    assertThat(e.kind()).isEqualTo(kind);
    assertThat(e.path()).isEqualTo(path);
  }

  @Test
  void what_the_constructor_says_is_passed_on() {
    DecodeException e = failure(GIFT + "38ffffffffffffffffff01");
    assertThat(e)
        .hasMessage("total is -1 (expected: >= 0)")
        .hasCauseInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_else_a_constructor_throws_is_kept_here() {
    DecodeException e = failure(GIFT + "389a05");
    assertThat(e.kind()).isEqualTo(Kind.INTERNAL);
    assertThat(e).hasMessage("could not be constructed");
    assertThat(e).hasRootCauseMessage("an internal matter");
  }

  @Test
  void a_nested_constructor_is_named() {
    DecodeException e = failure(GIFT + "2210" + GIFT + "38ffffffffffffffffff01");
    assertThat(e).hasMessage("previous: total is -1 (expected: >= 0)");
  }

  @Test
  void elements_are_counted_over_the_whole_message() {
    DecodeLimits limits = new DecodeLimits(1000, 100, 3);
    String lines = "12030a0161".repeat(2);
    String entry = "2a080a01611203" + "0a0161";
    ProtobufReader.decode(
        OrderCodec.INSTANCE, HexFormat.of().parseHex(GIFT + lines + entry), limits);
    DecodeException e = failure(GIFT + lines + entry + entry, limits);
    assertThat(e.kind()).isEqualTo(Kind.LIMIT);
    assertThat(e)
        .hasMessage("byName[1]: message has more than 3 elements (expected: at most that)");
  }

  @Test
  void nesting_over_the_limit_is_refused() {
    byte[] bytes = {};
    for (int depth = 0; depth < 101; depth++) {
      bytes = nested(bytes);
    }
    byte[] tooDeep = bytes;
    assertThatThrownBy(
            () -> ProtobufReader.decode(OrderCodec.INSTANCE, tooDeep, DecodeLimits.DEFAULT))
        .isInstanceOfSatisfying(
            DecodeException.class, e -> assertThat(e.kind()).isEqualTo(Kind.LIMIT));
  }

  private static byte[] nested(byte[] previous) {
    return ProtobufWriter.encode(new Around(previous), "");
  }

  /** An order in which only the one before it is given. */
  private static final class Around extends BinaryCodec<String> {
    private final byte[] previous;

    Around(byte[] previous) {
      super("test.v1.Around");
      this.previous = previous;
    }

    @Override
    public void write(String value, ProtobufWriter out) {
      out.message(26, new Line("a", 0), LineCodec.INSTANCE);
      out.bytes(34, previous);
    }

    @Override
    public String read(ProtobufReader in) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void occurrences_of_a_message_are_read_as_one() {
    Order order =
        ProtobufReader.decode(
            OrderCodec.INSTANCE,
            HexFormat.of().parseHex("1a0210051a00" + "1a030a0161" + "0a0178" + "1a030a0162"),
            DecodeLimits.DEFAULT);
    assertThat(order)
        .isEqualTo(
            new Order(
                "x", List.of(), new Line("b", 5), Optional.empty(), Map.of(), Instant.EPOCH, 0));
  }

  @Test
  void has_no_stack_trace() {
    assertThat(failure("07").getStackTrace()).isEmpty();
  }
}
