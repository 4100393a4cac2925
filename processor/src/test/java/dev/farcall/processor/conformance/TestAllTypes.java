package dev.farcall.processor.conformance;

import dev.farcall.annotation.Encoding;
import dev.farcall.annotation.Encoding.Form;
import dev.farcall.annotation.Message;
import dev.farcall.annotation.Scalar;
import dev.farcall.annotation.Tag;
import dev.farcall.annotation.Unspecified;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The suite's {@code TestAllTypesProto3} as far as Java types say it; {@link Deviations} has the
 * rest.
 *
 * <p>{@code fixed32} and {@code fixed64} are declared as their signed twins, which have the same
 * bytes. The members of the oneof are optional fields. The forms of a map's numbers come from
 * {@code @Scalar} records.
 */
@Message
record TestAllTypes(
    @Tag(1) int optionalInt32,
    @Tag(2) long optionalInt64,
    @Tag(3) @Encoding(Form.UNSIGNED) int optionalUint32,
    @Tag(4) @Encoding(Form.UNSIGNED) long optionalUint64,
    @Tag(5) @Encoding(Form.SIGNED) int optionalSint32,
    @Tag(6) @Encoding(Form.SIGNED) long optionalSint64,
    @Tag(7) @Encoding(Form.FIXED) int optionalFixed32,
    @Tag(8) @Encoding(Form.FIXED) long optionalFixed64,
    @Tag(9) @Encoding(Form.FIXED) int optionalSfixed32,
    @Tag(10) @Encoding(Form.FIXED) long optionalSfixed64,
    @Tag(11) float optionalFloat,
    @Tag(12) double optionalDouble,
    @Tag(13) boolean optionalBool,
    @Tag(14) String optionalString,
    @Tag(15) byte[] optionalBytes,
    @Tag(18) Optional<NestedMessage> optionalNestedMessage,
    @Tag(19) Optional<ForeignMessage> optionalForeignMessage,
    @Tag(21) NestedEnum optionalNestedEnum,
    @Tag(22) ForeignEnum optionalForeignEnum,
    @Tag(24) String optionalStringPiece,
    @Tag(25) String optionalCord,
    @Tag(27) Optional<TestAllTypes> recursiveMessage,
    @Tag(31) List<Integer> repeatedInt32,
    @Tag(32) List<Long> repeatedInt64,
    @Tag(33) @Encoding(Form.UNSIGNED) List<Integer> repeatedUint32,
    @Tag(34) @Encoding(Form.UNSIGNED) List<Long> repeatedUint64,
    @Tag(35) @Encoding(Form.SIGNED) List<Integer> repeatedSint32,
    @Tag(36) @Encoding(Form.SIGNED) List<Long> repeatedSint64,
    @Tag(37) @Encoding(Form.FIXED) List<Integer> repeatedFixed32,
    @Tag(38) @Encoding(Form.FIXED) List<Long> repeatedFixed64,
    @Tag(39) @Encoding(Form.FIXED) List<Integer> repeatedSfixed32,
    @Tag(40) @Encoding(Form.FIXED) List<Long> repeatedSfixed64,
    @Tag(41) List<Float> repeatedFloat,
    @Tag(42) List<Double> repeatedDouble,
    @Tag(43) List<Boolean> repeatedBool,
    @Tag(44) List<String> repeatedString,
    @Tag(45) List<byte[]> repeatedBytes,
    @Tag(48) List<NestedMessage> repeatedNestedMessage,
    @Tag(49) List<ForeignMessage> repeatedForeignMessage,
    @Tag(51) List<NestedEnum> repeatedNestedEnum,
    @Tag(52) List<ForeignEnum> repeatedForeignEnum,
    @Tag(54) List<String> repeatedStringPiece,
    @Tag(55) List<String> repeatedCord,
    @Tag(56) Map<Integer, Integer> mapInt32Int32,
    @Tag(57) Map<Long, Long> mapInt64Int64,
    @Tag(58) Map<Uint32, Uint32> mapUint32Uint32,
    @Tag(59) Map<Uint64, Uint64> mapUint64Uint64,
    @Tag(60) Map<Sint32, Sint32> mapSint32Sint32,
    @Tag(61) Map<Sint64, Sint64> mapSint64Sint64,
    @Tag(62) Map<Fixed32, Fixed32> mapFixed32Fixed32,
    @Tag(63) Map<Fixed64, Fixed64> mapFixed64Fixed64,
    @Tag(64) Map<Fixed32, Fixed32> mapSfixed32Sfixed32,
    @Tag(65) Map<Fixed64, Fixed64> mapSfixed64Sfixed64,
    @Tag(66) Map<Integer, Float> mapInt32Float,
    @Tag(67) Map<Integer, Double> mapInt32Double,
    @Tag(68) Map<Boolean, Boolean> mapBoolBool,
    @Tag(69) Map<String, String> mapStringString,
    @Tag(70) Map<String, byte[]> mapStringBytes,
    @Tag(71) Map<String, NestedMessage> mapStringNestedMessage,
    @Tag(72) Map<String, ForeignMessage> mapStringForeignMessage,
    @Tag(73) Map<String, NestedEnum> mapStringNestedEnum,
    @Tag(74) Map<String, ForeignEnum> mapStringForeignEnum,
    @Tag(75) int[] packedInt32,
    @Tag(76) long[] packedInt64,
    @Tag(77) @Encoding(Form.UNSIGNED) int[] packedUint32,
    @Tag(78) @Encoding(Form.UNSIGNED) long[] packedUint64,
    @Tag(79) @Encoding(Form.SIGNED) int[] packedSint32,
    @Tag(80) @Encoding(Form.SIGNED) long[] packedSint64,
    @Tag(81) @Encoding(Form.FIXED) int[] packedFixed32,
    @Tag(82) @Encoding(Form.FIXED) long[] packedFixed64,
    @Tag(83) @Encoding(Form.FIXED) int[] packedSfixed32,
    @Tag(84) @Encoding(Form.FIXED) long[] packedSfixed64,
    @Tag(85) float[] packedFloat,
    @Tag(86) double[] packedDouble,
    @Tag(87) boolean[] packedBool,
    @Tag(88) NestedEnum[] packedNestedEnum,
    @Tag(89) List<Integer> unpackedInt32,
    @Tag(90) List<Long> unpackedInt64,
    @Tag(91) @Encoding(Form.UNSIGNED) List<Integer> unpackedUint32,
    @Tag(92) @Encoding(Form.UNSIGNED) List<Long> unpackedUint64,
    @Tag(93) @Encoding(Form.SIGNED) List<Integer> unpackedSint32,
    @Tag(94) @Encoding(Form.SIGNED) List<Long> unpackedSint64,
    @Tag(95) @Encoding(Form.FIXED) List<Integer> unpackedFixed32,
    @Tag(96) @Encoding(Form.FIXED) List<Long> unpackedFixed64,
    @Tag(97) @Encoding(Form.FIXED) List<Integer> unpackedSfixed32,
    @Tag(98) @Encoding(Form.FIXED) List<Long> unpackedSfixed64,
    @Tag(99) List<Float> unpackedFloat,
    @Tag(100) List<Double> unpackedDouble,
    @Tag(101) List<Boolean> unpackedBool,
    @Tag(102) List<NestedEnum> unpackedNestedEnum,
    @Tag(111) @Encoding(Form.UNSIGNED) OptionalInt oneofUint32,
    @Tag(112) Optional<NestedMessage> oneofNestedMessage,
    @Tag(113) Optional<String> oneofString,
    @Tag(114) Optional<byte[]> oneofBytes,
    @Tag(115) Optional<Boolean> oneofBool,
    @Tag(116) @Encoding(Form.UNSIGNED) OptionalLong oneofUint64,
    @Tag(117) Optional<Float> oneofFloat,
    @Tag(118) OptionalDouble oneofDouble,
    @Tag(119) Optional<NestedEnum> oneofEnum,
    @Tag(301) Optional<Duration> optionalDuration,
    @Tag(302) Optional<Instant> optionalTimestamp,
    @Tag(311) List<Duration> repeatedDuration,
    @Tag(312) List<Instant> repeatedTimestamp) {

  record NestedMessage(@Tag(1) int a, @Tag(2) Optional<TestAllTypes> corecursive) {}

  enum NestedEnum {
    @Unspecified
    FOO,
    @Tag(1)
    BAR,
    @Tag(2)
    BAZ,
    @Tag(-1)
    NEG
  }

  record ForeignMessage(@Tag(1) int c) {}

  enum ForeignEnum {
    @Unspecified
    FOREIGN_FOO,
    @Tag(1)
    FOREIGN_BAR,
    @Tag(2)
    FOREIGN_BAZ
  }

  @Scalar
  record Uint32(@Encoding(Form.UNSIGNED) int value) {}

  @Scalar
  record Uint64(@Encoding(Form.UNSIGNED) long value) {}

  @Scalar
  record Sint32(@Encoding(Form.SIGNED) int value) {}

  @Scalar
  record Sint64(@Encoding(Form.SIGNED) long value) {}

  @Scalar
  record Fixed32(@Encoding(Form.FIXED) int value) {}

  @Scalar
  record Fixed64(@Encoding(Form.FIXED) long value) {}
}
