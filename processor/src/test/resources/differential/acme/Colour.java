package acme;

import dev.farcall.annotation.UnknownValue;

/** Has no constant for 0. */
public enum Colour {
  RED,
  GREEN,
  @UnknownValue
  OTHER
}
