package acme;

import dev.farcall.annotation.Message;
import dev.farcall.annotation.Tag;
import dev.farcall.annotation.Unspecified;

@Message
record Order(
    // error: [FAR304] @Tag(19005) on Order.x: allowed are 1..536870911 without 19000..19999.
    @Tag(19005) int x,
    // error: [FAR304] @Tag(0) on Order.y: allowed are 1..536870911 without 19000..19999.
    @Tag(0) int y,
    // error: [FAR304] @Tag(536870912) on Order.z: allowed are 1..536870911 without 19000..19999.
    @Tag(536870912) int z,
    @Tag(536870911) Level level) {}

enum Level {
  @Unspecified
  // error: [FAR304] @Tag(3) on Level.NONE: allowed are 0 only, because it is the absent value.
  @Tag(3)
  NONE,
  // error: [FAR304] @Tag(0) on Level.LOW: allowed are all but 0, which is that of the absent value.
  @Tag(0)
  LOW,
  @Tag(-1)
  HIGH
}
