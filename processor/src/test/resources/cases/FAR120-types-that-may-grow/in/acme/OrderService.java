package acme;

import dev.farcall.annotation.Remote;
import dev.farcall.annotation.UnknownValue;
import java.util.List;

@Remote
public interface OrderService {
  List<Order> get(Level level);

  record Order(OrderStatus status, Mood mood, Payment payment, Quiet quiet) {}

  // warning: [FAR120] OrderService.OrderStatus is returned by OrderService.get but has no @UnknownValue constant: clients built today will fail when a constant is added.
  enum OrderStatus {
    OPEN,
    CLOSED
  }

  enum Mood {
    CALM,
    @UnknownValue
    OTHER
  }

  // Only sent, never returned.
  enum Level {
    LOW
  }

  @SuppressWarnings("FAR120")
  enum Quiet {
    A
  }

  // warning: [FAR120] OrderService.Payment is returned by OrderService.get but has no @UnknownValue member: clients built today will fail when a member is added.
  sealed interface Payment permits Cash {}

  record Cash() implements Payment {}
}
