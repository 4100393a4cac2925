package dev.farcall.processor.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farcall.processor.conformance.Ledger.Entry;
import dev.farcall.processor.conformance.Ledger.Owner;
import dev.farcall.processor.conformance.Ledger.Pair;
import dev.farcall.processor.conformance.Ledger.Risk;
import dev.farcall.processor.conformance.Ledger.State;
import dev.farcall.processor.conformance.Payment.Card;
import dev.farcall.wire.DecodeException;
import dev.farcall.wire.DecodeLimits;
import dev.farcall.wire.JsonProfile;
import dev.farcall.wire.JsonReader;
import dev.farcall.wire.JsonWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What users of REST see, to the letter. */
class JsonRestTest {

  private static final Ledger LEDGER =
      new Ledger(
          new UUID(0x0123456789abcdefL, 0x8edcba9876543210L),
          new Owner("Ada \"Countess\" L\u00f6velace"),
          new BigDecimal("12.30"),
          BigInteger.TWO.pow(70),
          Instant.parse("0001-01-01T00:00:00Z"),
          Duration.ofMillis(-1_500),
          LocalDate.of(9999, 12, 31),
          Optional.of(OffsetDateTime.parse("2026-01-31T10:15:00.000001+01:00")),
          Currency.getInstance("CHF"),
          Locale.GERMANY,
          URI.create("https://example.com/?q=1&r=2"),
          (byte) -128,
          (short) 0,
          State.OPEN,
          Risk.OTHER,
          List.of(
              new Entry(9_007_199_254_740_993L, Optional.of("")), new Entry(0, Optional.empty())),
          Set.of(),
          Map.of(),
          Map.of(State.CLOSED, 2),
          Optional.of(new Card(0, Optional.empty())),
          Optional.of(new Pair<>(-1, 1)),
          Optional.empty());

  private static final String REST =
      """
      {"id":"01234567-89ab-cdef-8edc-ba9876543210",\
      "owner":"Ada \\"Countess\\" L\u00f6velace",\
      "balance":"12.30","serial":"1180591620717411303424",\
      "openedAt":"0001-01-01T00:00:00Z","grace":"-1.500s","due":"9999-12-31",\
      "closedAt":"2026-01-31T10:15:00.000001+01:00","currency":"CHF","locale":"de-DE",\
      "home":"https://example.com/?q=1&r=2","level":-128,"branch":0,\
      "state":"OPEN","risk":"OTHER",\
      "entries":[{"cents":9007199254740993,"text":""},{"cents":0}],\
      "labels":[],"limits":{},"visits":{"CLOSED":2},\
      "payment":{"card":{"a":0}},"window":{"from":-1,"to":1}}""";

  @Test
  void allNumbersAreNumbersAndDefaultsAreThere() {
    assertThat(written(JsonProfile.REST)).isEqualTo(REST);
    assertThat(read(REST, JsonProfile.REST)).isEqualTo(LEDGER);
  }

  @Test
  void connectSpeaksLongsAsTextAndLeavesDefaultsOut() {
    assertThat(written(JsonProfile.PROTO))
        .isEqualTo(
            REST.replace("9007199254740993", "\"9007199254740993\"")
                .replace(",{\"cents\":0}", ",{}")
                .replace("\"branch\":0,", "")
                .replace("\"labels\":[],\"limits\":{},", "")
                .replace("{\"a\":0}", "{}")
                .replace("\"OPEN\"", "\"STATE_OPEN\"")
                .replace("\"OTHER\"", "\"RISK_OTHER\""));
  }

  @Test
  void longsAreTextIfThatIsAskedFor() {
    assertThat(written(JsonProfile.REST.longsAsText()))
        .isEqualTo(
            REST.replace("9007199254740993", "\"9007199254740993\"")
                .replace("{\"cents\":0}", "{\"cents\":\"0\"}"));
  }

  @Test
  void aMemberThatNobodyKnowsIsRefusedByServersAlone() {
    String more = REST.replace("\"due\"", "\"dew\":1,\"due\"");
    assertThatThrownBy(() -> read(more, JsonProfile.REST)).isInstanceOf(DecodeException.class);
    assertThat(read(more, JsonProfile.REST_CLIENT)).isEqualTo(LEDGER);
    assertThat(read(more, JsonProfile.PROTO)).isEqualTo(LEDGER);
  }

  private static String written(JsonProfile profile) {
    return new String(JsonWriter.encode(LedgerCodec.INSTANCE, LEDGER, profile), UTF_8);
  }

  private static Ledger read(String json, JsonProfile profile) {
    return JsonReader.decode(
        LedgerCodec.INSTANCE, json.getBytes(UTF_8), profile, DecodeLimits.DEFAULT);
  }
}
