package dev.farcall.samples.shop.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.samples.shop.processing.OrderFile.Entry;
import dev.farcall.samples.shop.processing.OrderFile.Parsed;
import dev.farcall.samples.shop.processing.OrderFile.Unreadable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderFileTest {

  @Test
  void readsEachOrderAndLeavesOutComments() {
    List<Entry> entries =
        OrderFile.read(
            List.of(
                "# reference,customer,currency,products,payment",
                "",
                "A-1,ada@example.com,EUR,2*GREEN-TEA+1*HONEY,card:4111111111111111:2049-12"));

    assertThat(entries).hasSize(1);
    assertThat(entries.get(0)).isInstanceOf(Parsed.class);
    OrderRequest request = ((Parsed) entries.get(0)).request();
    assertThat(entries.get(0).line()).isEqualTo(3);
    assertThat(request.reference()).isEqualTo("A-1");
    assertThat(request.lines())
        .extracting(line -> line.quantity() + " " + line.sku())
        .containsExactly("2 GREEN-TEA", "1 HONEY");
    assertThat(request.method()).hasToString("Card[number=****1111, expires=2049-12]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A,a@b,EUR,1*HONEY                        | line: 4 fields (expected: 5)",
        "' ,a@b,EUR,1*HONEY,voucher:V'            | reference: 0 characters (expected: 1 to 64 of printable ASCII)",
        "A,nobody,EUR,1*HONEY,voucher:V           | email: not an address (expected: name@host)",
        "A,a@b,EURO,1*HONEY,voucher:V             | currency: unknown (expected: an ISO 4217 code)",
        "A,a@b,EUR,0*HONEY,voucher:V              | quantity: 0 (expected: 1 to 1000)",
        "A,a@b,EUR,x*HONEY,voucher:V              | quantity: not a number",
        "A,a@b,EUR,HONEY,voucher:V                | products: not understood (expected: 2*SKU+1*SKU)",
        "A,a@b,EUR,1*HONEY,iban:XX                | iban: not valid (expected: ISO 13616, without spaces)",
        "A,a@b,EUR,1*HONEY,card:4111:2049-12      | card number: 4 characters (expected: 12 to 19 digits)",
        "A,a@b,EUR,1*HONEY,card:411111111111:1249 | month: not understood (expected: YYYY-MM)",
      })
  void tellsWhatIsWrongWithALineWithoutQuotingIt(String line, String problem) {
    assertThat(OrderFile.read(List.of(line))).containsExactly(new Unreadable(1, problem));
  }
}
