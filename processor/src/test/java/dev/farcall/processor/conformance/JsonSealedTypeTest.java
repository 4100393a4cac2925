package dev.farcall.processor.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farcall.call.JsonFormat;
import dev.farcall.processor.conformance.Payment.Card;
import dev.farcall.processor.conformance.Payment.Cash;
import dev.farcall.processor.conformance.Payment.Other;
import dev.farcall.wire.DecodeException;
import dev.farcall.wire.DecodeLimits;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The suite's JSON cases of a oneof, for the oneof that a sealed type is. */
class JsonSealedTypeTest {

  @Test
  void aMemberIsReadAndWritten() {
    assertThat(decode("{\"card\":{\"a\":1}}")).isEqualTo(new Card(1, Optional.empty()));
    assertThat(encode(new Card(1, Optional.empty()))).isEqualTo("{\"card\":{\"a\":1}}");
  }

  @Test
  void theDefaultValueIsPresent() {
    assertThat(decode("{\"card\":{}}")).isEqualTo(new Card(0, Optional.empty()));
    assertThat(encode(new Cash())).isEqualTo("{\"cash\":{}}");
  }

  @Test
  void twoMembersAreRefused() {
    assertThatThrownBy(() -> decode("{\"card\":{},\"cash\":{}}"))
        .isInstanceOf(DecodeException.class);
    assertThatThrownBy(() -> decode("{\"card\":{},\"card\":{}}"))
        .isInstanceOf(DecodeException.class);
  }

  @Test
  void aMemberThatIsNullIsAbsent() {
    assertThat(decode("{\"card\":null,\"cash\":{}}")).isEqualTo(new Cash());
    assertThat(decode("{\"cash\":{},\"card\":null}")).isEqualTo(new Cash());
    assertThatThrownBy(() -> decode("{\"card\":null}")).isInstanceOf(DecodeException.class);
  }

  @Test
  void anUnknownMemberArrivesAsTheOneMarkedForIt() {
    assertThat(decode("{\"cheque\":{\"number\":[1,2]}}")).isEqualTo(new Other());
  }

  private static Payment decode(String json) {
    return JsonFormat.PROTO.decode(
        PaymentCodec.INSTANCE, json.getBytes(UTF_8), DecodeLimits.DEFAULT);
  }

  private static String encode(Payment payment) {
    return new String(JsonFormat.PROTO.encode(PaymentCodec.INSTANCE, payment), UTF_8);
  }
}
