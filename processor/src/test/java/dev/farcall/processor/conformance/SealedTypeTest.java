package dev.farcall.processor.conformance;

import static dev.farcall.processor.conformance.Wire.cat;
import static dev.farcall.processor.conformance.Wire.field;
import static dev.farcall.processor.conformance.Wire.varintField;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import dev.farcall.processor.conformance.Payment.Card;
import dev.farcall.processor.conformance.Payment.Cash;
import dev.farcall.processor.conformance.Payment.Other;
import dev.farcall.wire.DecodeException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The suite's oneof cases of a message member, for the oneof that a sealed type is. */
class SealedTypeTest {

  private static final int CARD = 112;
  private static final int CASH = 111;

  @Test
  void theDefaultValueIsPresent() {
    ByteString empty = field(CARD, ByteString.EMPTY);
    assertThat(decode(empty)).isEqualTo(new Card(0, Optional.empty()));
    assertThat(roundTrip(empty)).isEqualTo(empty);
  }

  @Test
  void aValueIsReadAndWritten() {
    ByteString card = field(CARD, varintField(1, 1234));
    assertThat(decode(card)).isEqualTo(new Card(1234, Optional.empty()));
    assertThat(roundTrip(card)).isEqualTo(card);
  }

  @Test
  void severalValuesOfTheSameMemberAreMerged() {
    ByteString first = field(CARD, field(2, cat(varintField(1, 1))));
    ByteString second = field(CARD, cat(varintField(1, 2), field(2, field(2, ByteString.EMPTY))));
    Card innermost = new Card(0, Optional.empty());
    assertThat(decode(cat(first, second)))
        .isEqualTo(new Card(2, Optional.of(new Card(1, Optional.of(innermost)))));
  }

  @Test
  void ofSeveralMembersTheLastOneCounts() {
    ByteString card = field(CARD, varintField(1, 1234));
    ByteString cash = field(CASH, ByteString.EMPTY);
    assertThat(roundTrip(cat(cash, card))).isEqualTo(card);
    assertThat(decode(cat(card, cash))).isEqualTo(new Cash());
  }

  @Test
  void aMemberStartsAnewAfterAnother() {
    ByteString first = field(CARD, varintField(1, 1234));
    ByteString second = field(CARD, field(2, ByteString.EMPTY));
    ByteString cash = field(CASH, ByteString.EMPTY);
    Card innermost = new Card(0, Optional.empty());
    assertThat(decode(cat(first, cash, second))).isEqualTo(new Card(0, Optional.of(innermost)));
  }

  @Test
  void aMemberThatAnotherFollowsIsNotReadAtAll() {
    ByteString invalid = field(CARD, varintField(0, 1));
    ByteString cash = field(CASH, ByteString.EMPTY);
    assertThat(decode(cat(invalid, cash))).isEqualTo(new Cash());
    assertThatThrownBy(() -> decode(cat(cash, invalid))).isInstanceOf(DecodeException.class);
  }

  @Test
  void anUnknownMemberArrivesAsTheOneMarkedForIt() {
    assertThat(decode(field(500, ByteString.EMPTY))).isEqualTo(new Other());
  }

  private static Payment decode(ByteString bytes) {
    return Subjects.PAYMENT.decode(bytes.toByteArray());
  }

  private static ByteString roundTrip(ByteString bytes) {
    return ByteString.copyFrom(Subjects.PAYMENT.encode(decode(bytes)));
  }
}
