package acme;

import acme.money.Money;
import acme.money.Page;
import dev.farcall.annotation.Message;
import dev.farcall.wire.DecodeLimits;
import dev.farcall.wire.FileSchema;
import dev.farcall.wire.ProtobufReader;
import dev.farcall.wire.ProtobufWriter;
import java.util.List;
import java.util.Map;

public final class RoundTrip implements Runnable {

  @Message
  public record Order(Money price, Map<Money.Currency, Money.Range> ranges, Page<Money> page) {}

  @Override
  public void run() {
    Money money = new Money("1", Money.Currency.USD);
    Order order =
        new Order(
            money,
            Map.of(Money.Currency.EUR, new Money.Range(money, money)),
            new Page<>(List.of(money)));
    byte[] bytes = ProtobufWriter.encode(RoundTrip_OrderCodec.INSTANCE, order);
    Order read = ProtobufReader.decode(RoundTrip_OrderCodec.INSTANCE, bytes, DecodeLimits.DEFAULT);
    require(order.equals(read), read);
    List<FileSchema> imported = AcmeSchema.FILE.dependencies();
    require(imported.equals(List.of(acme.money.MoneySchema.FILE)), imported);
  }

  private static void require(boolean fact, Object found) {
    if (!fact) {
      throw new AssertionError(found);
    }
  }
}
