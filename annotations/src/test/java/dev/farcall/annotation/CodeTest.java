package dev.farcall.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTest {

  @Test
  void there_are_seventeen_codes_in_the_order_of_their_numbers() {
    assertThat(Code.values())
        .extracting(Code::number)
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);
  }

  @ParameterizedTest
  @EnumSource
  void a_number_leads_back_to_its_code(Code code) {
    assertThat(Code.of(code.number())).isSameAs(code);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 17, 100, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void a_number_that_is_not_known_is_unknown(int number) {
    assertThat(Code.of(number)).isSameAs(Code.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "OK, 0",
    "CANCELLED, 1",
    "UNKNOWN, 2",
    "INVALID_ARGUMENT, 3",
    "DEADLINE_EXCEEDED, 4",
    "NOT_FOUND, 5",
    "ALREADY_EXISTS, 6",
    "PERMISSION_DENIED, 7",
    "RESOURCE_EXHAUSTED, 8",
    "FAILED_PRECONDITION, 9",
    "ABORTED, 10",
    "OUT_OF_RANGE, 11",
    "UNIMPLEMENTED, 12",
    "INTERNAL, 13",
    "UNAVAILABLE, 14",
    "DATA_LOSS, 15",
    "UNAUTHENTICATED, 16"
  })
  void numbers_are_those_of_google_rpc_code(Code code, int number) {
    assertThat(code.number()).isEqualTo(number);
  }
}
