package acme;

import dev.farcall.annotation.Message;
import dev.farcall.annotation.Tag;

@Message
public record Mixed(
    @Tag(1) Colour colour,
    @Tag(15) Level level,
    @Tag(16) Shape shape,
    @Tag(2047) Shape.Solid solid,
    @Tag(2048) Cents cents,
    @Tag(3) Sku sku,
    @Tag(4) Ticket ticket,
    @Tag(5) Temperature temperature,
    @Tag(262143) Point point,
    @Tag(262144) String text,
    @Tag(536870911) int last,
    @Tag(7) Page<Point> points,
    @Tag(8) Page<Page<String>> pages,
    @Tag(9) Pair<Colour, Cents> pair) {}
