package dev.farcall.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.protobuf.UnknownFieldSet;
import dev.farcall.annotation.Code;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StatusDetailsTest {

  private static final ErrorInfo INFO =
      new ErrorInfo("USER_GONE", "shop.UserService", Map.of("a", "1", "b", "ü"));

  private static final Failure FAILURE =
      new Failure(
          Outcome.DECLARED_ERROR,
          Code.NOT_FOUND,
          "no user ü",
          List.of(new ErrorDetail("shop.UserGone", new byte[] {1, 2, 3}), INFO.toDetail()),
          Metadata.EMPTY,
          null);

  @Test
  void what_is_written_is_read() {
    StatusDetails read = StatusDetails.decode(StatusDetails.encode(FAILURE));
    assertThat(read.code()).isEqualTo(5);
    assertThat(read.message()).isEqualTo("no user ü");
    assertThat(read.details())
        .extracting(ErrorDetail::type)
        .containsExactly("shop.UserGone", ErrorInfo.TYPE);
    assertThat(read.details().get(0).value()).containsExactly(1, 2, 3);
    assertThat(ErrorInfo.find(read.details())).isEqualTo(INFO);
  }

  @Test
  void protobuf_reads_the_same() throws Exception {
    UnknownFieldSet status = UnknownFieldSet.parseFrom(StatusDetails.encode(FAILURE));
    assertThat(status.getField(1).getVarintList()).containsExactly(5L);
    assertThat(status.getField(2).getLengthDelimitedList().get(0).toStringUtf8())
        .isEqualTo("no user ü");
    Any any = Any.parseFrom(status.getField(3).getLengthDelimitedList().get(0));
    assertThat(any.getTypeUrl()).isEqualTo("type.googleapis.com/shop.UserGone");
    assertThat(any.getValue().toByteArray()).containsExactly(1, 2, 3);
  }

  @Test
  void a_type_url_of_another_host_names_the_same_message() {
    Any any = Any.newBuilder().setTypeUrl("types.example.org/a/shop.UserGone").build();
    byte[] status =
        UnknownFieldSet.newBuilder()
            .addField(
                3,
                UnknownFieldSet.Field.newBuilder().addLengthDelimited(any.toByteString()).build())
            .build()
            .toByteArray();
    assertThat(StatusDetails.decode(status).details())
        .extracting(ErrorDetail::type)
        .containsExactly("shop.UserGone");
  }

  @Test
  void bytes_that_are_no_status_are_null_and_never_an_exception() {
    assertThat(StatusDetails.decode(new byte[] {(byte) 0xff})).isNull();
    Random random = new Random(42);
    byte[] valid = StatusDetails.encode(FAILURE);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = valid.clone();
      for (int changes = 0; changes <= i % 4; changes++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      StatusDetails read = StatusDetails.decode(bytes);
      if (read != null) {
        ErrorInfo.find(read.details()); // may be null, may not throw
      }
    }
  }

  @Test
  void a_broken_entry_does_not_hide_the_next() {
    ErrorDetail broken = new ErrorDetail(ErrorInfo.TYPE, new byte[] {(byte) 0xff});
    assertThat(ErrorInfo.find(List.of(broken, INFO.toDetail()))).isEqualTo(INFO);
    assertThat(ErrorInfo.find(List.of(broken))).isNull();
  }
}
