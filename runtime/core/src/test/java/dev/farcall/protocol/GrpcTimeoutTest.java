package dev.farcall.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GrpcTimeoutTest {

  @ParameterizedTest
  @CsvSource({"1, 1n", "99999999, 99999999n", "100000000, 100m", "9223372036854775807, 2562047H"})
  void timeIsWrittenWithAtMostEightDigitsAndNeverLonger(long nanos, String text) {
    assertThat(GrpcTimeout.encode(nanos)).isEqualTo(text);
    assertThat(GrpcTimeout.decode(text)).isLessThanOrEqualTo(nanos);
  }

  @ParameterizedTest
  @CsvSource({"299999001, 300m", "9999876543, 10000m", "10000000000, 10000m"})
  void fromATenthOfASecondItIsWholeMillisecondsSoThatCallsWithOneTimeoutSayTheSame(
      long nanos, String text) {
    assertThat(GrpcTimeout.encode(nanos)).isEqualTo(text);
    assertThat(GrpcTimeout.decode(text)).isBetween(nanos, nanos + 999_999);
  }

  @Test
  void everyUnitIsRead() {
    assertThat(GrpcTimeout.decode("7n")).isEqualTo(7);
    assertThat(GrpcTimeout.decode("7u")).isEqualTo(TimeUnit.MICROSECONDS.toNanos(7));
    assertThat(GrpcTimeout.decode("7m")).isEqualTo(TimeUnit.MILLISECONDS.toNanos(7));
    assertThat(GrpcTimeout.decode("7S")).isEqualTo(TimeUnit.SECONDS.toNanos(7));
    assertThat(GrpcTimeout.decode("7M")).isEqualTo(TimeUnit.MINUTES.toNanos(7));
    assertThat(GrpcTimeout.decode("7H")).isEqualTo(TimeUnit.HOURS.toNanos(7));
  }

  @Test
  void longerThanNanosecondsCanSayIsForever() {
    assertThat(GrpcTimeout.decode("99999999H")).isEqualTo(Long.MAX_VALUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "n", "5", "5x", "-5n", "123456789n", "1 S", "٣S"})
  void anythingElseIsMalformed(String text) {
    assertThat(GrpcTimeout.decode(text)).isEqualTo(GrpcTimeout.MALFORMED);
  }
}
