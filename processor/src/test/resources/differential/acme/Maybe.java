package acme;

import dev.farcall.annotation.Message;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

@Message
public record Maybe(
    Boolean flag,
    Byte tiny,
    Short small,
    Integer number,
    Long big,
    Float ratio,
    Double rate,
    OptionalInt optionalInt,
    OptionalLong optionalLong,
    OptionalDouble optionalDouble,
    Optional<String> text,
    Optional<BigDecimal> decimal,
    Optional<UUID> id,
    Optional<Instant> instant,
    Optional<Colour> colour,
    Optional<Shape> shape,
    Optional<Cents> cents,
    Optional<Point> point,
    Optional<Maybe> next) {}
