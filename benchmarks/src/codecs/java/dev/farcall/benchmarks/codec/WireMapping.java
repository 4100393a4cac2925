package dev.farcall.benchmarks.codec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a user of Wire writes to have records. */
final class WireMapping {

  private WireMapping() {}

  static byte[] encode(Order order) {
    return toMessage(order).encode();
  }

  static Order decode(byte[] bytes) {
    try {
      return fromMessage(dev.farcall.benchmarks.codec.wire.Order.ADAPTER.decode(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static dev.farcall.benchmarks.codec.wire.Order toMessage(Order order) {
    List<dev.farcall.benchmarks.codec.wire.LineItem> items = new ArrayList<>(order.items().size());
    for (LineItem item : order.items()) {
      items.add(
          new dev.farcall.benchmarks.codec.wire.LineItem.Builder()
              .sku(item.sku())
              .quantity(item.quantity())
              .price_cents(item.priceCents())
              .title(item.title())
              .build());
    }
    return new dev.farcall.benchmarks.codec.wire.Order.Builder()
        .id(order.id())
        .created_at(order.createdAt())
        .status(toMessage(order.status()))
        .customer(toMessage(order.customer()))
        .shipping(toMessage(order.shipping()))
        .billing(toMessage(order.billing()))
        .items(items)
        .attributes(order.attributes())
        .tags(order.tags())
        .note(order.note().orElse(null))
        .total(order.total())
        .gift(order.gift())
        .build();
  }

  private static dev.farcall.benchmarks.codec.wire.Customer toMessage(Customer customer) {
    return new dev.farcall.benchmarks.codec.wire.Customer.Builder()
        .id(customer.id())
        .name(customer.name())
        .email(customer.email())
        .phone(customer.phone())
        .build();
  }

  private static dev.farcall.benchmarks.codec.wire.Address toMessage(Address address) {
    return new dev.farcall.benchmarks.codec.wire.Address.Builder()
        .street(address.street())
        .city(address.city())
        .postal_code(address.postalCode())
        .country(address.country())
        .build();
  }

  private static dev.farcall.benchmarks.codec.wire.Order.Status toMessage(Order.Status status) {
    return switch (status) {
      case PLACED -> dev.farcall.benchmarks.codec.wire.Order.Status.STATUS_PLACED;
      case PAID -> dev.farcall.benchmarks.codec.wire.Order.Status.STATUS_PAID;
      case SHIPPED -> dev.farcall.benchmarks.codec.wire.Order.Status.STATUS_SHIPPED;
    };
  }

  private static Order fromMessage(dev.farcall.benchmarks.codec.wire.Order message) {
    List<LineItem> items = new ArrayList<>(message.items.size());
    for (dev.farcall.benchmarks.codec.wire.LineItem item : message.items) {
      items.add(new LineItem(item.sku, item.quantity, item.price_cents, item.title));
    }
    return new Order(
        message.id,
        message.created_at,
        fromMessage(message.status),
        new Customer(
            message.customer.id,
            message.customer.name,
            message.customer.email,
            message.customer.phone),
        fromMessage(message.shipping),
        fromMessage(message.billing),
        items,
        message.attributes,
        message.tags,
        Optional.ofNullable(message.note),
        message.total,
        message.gift);
  }

  private static Address fromMessage(dev.farcall.benchmarks.codec.wire.Address address) {
    return new Address(address.street, address.city, address.postal_code, address.country);
  }

  private static Order.Status fromMessage(dev.farcall.benchmarks.codec.wire.Order.Status status) {
    return switch (status) {
      case STATUS_PLACED -> Order.Status.PLACED;
      case STATUS_PAID -> Order.Status.PAID;
      case STATUS_SHIPPED -> Order.Status.SHIPPED;
      case STATUS_UNSPECIFIED -> throw new IllegalArgumentException("no status: " + status);
    };
  }
}
