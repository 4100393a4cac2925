package acme.shop.v2;

import acme.money.Money;
import dev.farcall.annotation.Body;
import dev.farcall.annotation.Code;
import dev.farcall.annotation.Delete;
import dev.farcall.annotation.Get;
import dev.farcall.annotation.Header;
import dev.farcall.annotation.Http;
import dev.farcall.annotation.Patch;
import dev.farcall.annotation.Post;
import dev.farcall.annotation.Put;
import dev.farcall.annotation.Query;
import dev.farcall.annotation.Remote;
import dev.farcall.annotation.RemoteError;
import dev.farcall.annotation.Scalar;
import dev.farcall.annotation.Status;
import dev.farcall.annotation.UnknownValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

/**
 * Sells <b>things</b>, each an {@link Item}.
 *
 * <p>What it sells:
 *
 * <ul>
 *   <li>small things, {@code size < 10}
 *   <li>large ones, which &lt;b&gt;cost&lt;/b&gt; more
 * </ul>
 *
 * @see Item
 */
@Remote
@Http("/v2/items")
public interface Shop {

  /**
   * Finds an item. It may be <em>sold out</em>, and is shown "as it is".
   *
   * @param id of the item
   */
  @Get("/{id}")
  @Get("/by-id/{id}")
  Optional<Item> find(ItemId id) throws Hidden;

  /** Lists items. */
  @Get
  Page<Item> list(Filter filter, @Query("n") int limit, OptionalInt skip, Set<Kind> kinds);

  /**
   * Adds an item.
   *
   * @param tenant whose shop it is
   * @param trace for the log
   */
  @Post
  @Status(value = 201, location = "/v2/items/{id}")
  Item add(
      @Header("x-tenant") String tenant, @Header("x-trace") Optional<UUID> trace, NewItem item)
      throws Taken, Duplicate;

  @Put("/{id}/price")
  void changePrice(ItemId id, @Body Money price);

  @Patch("/{id}")
  Optional<Item> change(ItemId id, Optional<String> name, Duration delivery);

  /** Removes an item. */
  @Delete("/{id}")
  @Deprecated
  void remove(ItemId id, @Query String reason);

  @Get("/counts")
  Map<Kind, Long> counts();

  @Get("/files/{path=**}")
  byte[] file(String path);

  /** Each item as it changes. */
  @Get("/changes")
  Flow.Publisher<Item> changes(Optional<Kind> kind);

  @Get("/prices")
  Stream<Long> prices();

  /** Not over HTTP. */
  Item secret(ItemId id);

  @Scalar
  record ItemId(UUID value) {}

  /**
   * Something to buy.
   *
   * @param name as people call it
   * @param parts what it is made of
   */
  record Item(
      ItemId id,
      String name,
      Kind kind,
      Money price,
      Origin origin,
      List<Item> parts,
      Map<String, Long> stock,
      Details details) {}

  /** What else there is to tell. */
  record Details(
      long weight,
      BigDecimal volume,
      BigInteger serial,
      Instant added,
      LocalDate since,
      Duration delivery,
      URI picture,
      Currency currency,
      ByteBuffer thumbnail,
      Optional<Details> more) {}

  /** An item as it is added. */
  record NewItem(String name, Kind kind, Money price, List<Origin> origins) {}

  /** What items to list. */
  record Filter(Optional<String> name, LocalDate since) {}

  record Page<T>(List<T> items, boolean more) {}

  /** What it is. */
  enum Kind {
    /** To play with. */
    TOY,
    BOOK,
    @Deprecated
    GAME,
    @UnknownValue
    OTHER
  }

  /** Where it is from. */
  sealed interface Origin {
    /** Bought. */
    record Bought(String from) implements Origin {}

    /** Made here. */
    record HomeMade() implements Origin {}

    /** From where nobody knows. */
    @UnknownValue
    record Unknown() implements Origin {}
  }

  /** The item is not shown to everybody. */
  @RemoteError(code = Code.NOT_FOUND, reason = "ITEM_HIDDEN")
  final class Hidden extends Exception {
    private static final long serialVersionUID = 1L;

    public Hidden() {
      super("hidden");
    }
  }

  /** The name is taken. */
  @RemoteError(code = Code.ALREADY_EXISTS)
  final class Taken extends Exception {
    private static final long serialVersionUID = 1L;

    public Taken() {
      super("taken");
    }
  }

  @RemoteError(code = Code.ALREADY_EXISTS)
  final class Duplicate extends Exception {
    private static final long serialVersionUID = 1L;

    public Duplicate() {
      super("duplicate");
    }
  }
}
