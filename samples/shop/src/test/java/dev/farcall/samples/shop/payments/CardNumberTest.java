package dev.farcall.samples.shop.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumberTest {

  @ParameterizedTest
  @ValueSource(strings = {"4111111111111111", "378282246310005", "6011111111111117"})
  void acceptsTheCheckDigitsThatIssuersPublish(String number) {
    assertThat(new CardNumber(number).hasValidCheckDigit()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"4111111111111112", "1411111111111111", "378282246310006"})
  void noticesAWrongDigitAndTwoThatChangedPlaces(String number) {
    assertThat(new CardNumber(number).hasValidCheckDigit()).isFalse();
  }

  @Test
  void showsItsLastDigitsOnly() {
    PaymentMethod card =
        new PaymentMethod.Card(new CardNumber("4111111111111111"), YearMonth.of(2049, 12));

    assertThat(card).hasToString("Card[number=****1111, expires=2049-12]");
  }

  @Test
  void aRefusalDoesNotRepeatWhatItWasGiven() {
    assertThatThrownBy(() -> new CardNumber("4111-1111-1111-1111"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("card number: 19 characters (expected: 12 to 19 digits)");
  }

  @Test
  void anAccountIsCheckedAndMasked() {
    assertThat(new Iban("DE89370400440532013000")).hasToString("DE****3000");
    assertThatThrownBy(() -> new Iban("DE88370400440532013000"))
        .hasMessage("iban: not valid (expected: ISO 13616, without spaces)");
  }
}
