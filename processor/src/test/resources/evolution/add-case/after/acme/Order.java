package acme;

import dev.farcall.annotation.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.Flow;

@Message
sealed interface Order {
  record Cash() implements Order {}

  record Card(String number) implements Order {}
}
