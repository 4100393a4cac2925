package acme;

import dev.farcall.annotation.Tag;
import dev.farcall.annotation.Unspecified;

public enum Level {
  @Unspecified
  @Tag(0)
  NONE,
  @Tag(1)
  LOW,
  @Tag(1000)
  HIGH
}
