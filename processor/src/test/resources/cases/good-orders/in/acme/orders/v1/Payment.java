package acme.orders.v1;

import dev.farcall.annotation.UnknownValue;

/** How it is paid. */
public sealed interface Payment {
  /** By card. */
  record Card(String number) implements Payment {}

  /** In cash. */
  record Cash() implements Payment {}

  /** In a way that this version does not know. */
  @UnknownValue
  record Other() implements Payment {}
}
