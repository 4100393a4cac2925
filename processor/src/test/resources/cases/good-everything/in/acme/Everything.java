package acme;

import com.google.protobuf.ByteString;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import dev.farcall.annotation.Encoding;
import dev.farcall.annotation.Encoding.Form;
import dev.farcall.annotation.Message;
import dev.farcall.annotation.Scalar;
import dev.farcall.annotation.Tag;
import dev.farcall.annotation.UnknownValue;
import dev.farcall.annotation.Unspecified;
import dev.farcall.annotation.Was;
import dev.farcall.annotation.WireAdapter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;

/** Every type that can be sent. */
@Message
public record Everything(
    Primitives primitives,
    Boxes boxes,
    Numbers numbers,
    Texts texts,
    Times times,
    Collections collections,
    Maps maps,
    Own own,
    Foreign foreign,
    Optional<Everything> again) {

  public record Primitives(boolean a, byte b, short c, int d, long e, float f, double g) {}

  public record Boxes(
      Boolean a,
      Byte b,
      Short c,
      Integer d,
      Long e,
      Float f,
      Double g,
      OptionalInt h,
      OptionalLong i,
      OptionalDouble j,
      Optional<String> k,
      Optional<Integer> l,
      Optional<Primitives> m,
      @Nullable String n,
      @Nullable Primitives o) {}

  public @interface Nullable {}

  public record Numbers(
      @Encoding(Form.SIGNED) int a,
      @Encoding(Form.FIXED) int b,
      @Encoding(Form.UNSIGNED) int c,
      @Encoding(Form.SIGNED) long d,
      @Encoding(Form.FIXED) long e,
      @Encoding(Form.UNSIGNED) Long f,
      BigDecimal g,
      BigInteger h) {}

  @SuppressWarnings("FAR121")
  public record Texts(
      String a,
      byte[] b,
      ByteBuffer c,
      ByteString d,
      UUID e,
      @Encoding(Form.BYTES) UUID f,
      URI g,
      Locale h,
      Currency i,
      UserId j,
      Optional<UserId> k) {}

  @Scalar
  public record UserId(UUID value) {}

  @Scalar
  public record Amount(@Encoding(Form.SIGNED) long cents) {}

  public record Times(
      Instant a,
      Duration b,
      LocalDate c,
      LocalTime d,
      LocalDateTime e,
      OffsetDateTime f,
      OffsetTime g,
      Year h,
      YearMonth i,
      MonthDay j,
      Period k,
      ZoneId l,
      ZoneOffset m,
      Optional<Instant> n,
      List<Duration> o) {}

  @SuppressWarnings("FAR121")
  public record Collections(
      List<String> a,
      Set<Integer> b,
      Collection<Primitives> c,
      int[] d,
      String[] e,
      Status[] f,
      List<Amount> g,
      @Encoding(Form.FIXED) List<Integer> h,
      List<byte[]> i) {}

  public record Maps(
      Map<String, Integer> a,
      Map<Long, Primitives> b,
      Map<Boolean, Instant> c,
      Map<Status, String> d,
      Map<UUID, Status> e,
      SortedMap<String, Level> f,
      Map<UserId, Level> g) {}

  public record Own(
      Status a,
      Level b,
      Shape c,
      Page<UserId> d,
      Pair<String, Page<Status>> e,
      Tree<String> f,
      @Was("money") Weight g,
      Old h) {}

  public record Old(@Tag(7) String a, @Tag(3) int b) {}

  public record Page<T>(List<T> items, Optional<T> next) {}

  public record Pair<A, B>(A first, B second) {}

  public sealed interface Tree<T> {
    record Leaf<T>(T value) implements Tree<T> {}

    record Branch<T>(Tree<T> left, Tree<T> right) implements Tree<T> {}
  }

  public enum Status {
    OPEN,
    @Was("DONE")
    CLOSED,
    @UnknownValue
    OTHER
  }

  public enum Level {
    @Unspecified
    NONE,
    @Tag(4)
    LOW,
    @Tag(2)
    HIGH
  }

  public sealed interface Shape permits Shape.Round, Square, Shape.Unknown {
    sealed interface Round extends Shape {}

    record Circle(double radius) implements Round {}

    record Ellipse(double a, double b) implements Round {}

    @UnknownValue
    record Unknown() implements Shape {}
  }

  public record Square(double side) implements Shape {}

  public record Foreign(Struct a, Optional<Struct> b, NullValue c, List<Struct> d) {}

  /** A class that has no wire form of its own. */
  public static final class Weight {
    final double kilograms;

    Weight(double kilograms) {
      this.kilograms = kilograms;
    }

    @Override
    public String toString() {
      return kilograms + " kg";
    }
  }

  @WireAdapter
  public static final class WeightAdapter {
    private WeightAdapter() {}

    public static Amount toWire(Weight weight) {
      return new Amount((long) (weight.kilograms * 100));
    }

    public static Weight fromWire(Amount wire) {
      return new Weight(wire.cents() / 100.0);
    }
  }
}
