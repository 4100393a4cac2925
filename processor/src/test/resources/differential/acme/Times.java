package acme;

import dev.farcall.annotation.Message;
import java.time.*;

@Message
public record Times(
    Instant instant,
    Duration duration,
    LocalDate date,
    LocalTime time,
    LocalDateTime dateTime,
    OffsetDateTime offsetDateTime,
    OffsetTime offsetTime,
    Year year,
    YearMonth month,
    MonthDay day,
    Period period,
    ZoneId zone,
    ZoneOffset offset) {}
