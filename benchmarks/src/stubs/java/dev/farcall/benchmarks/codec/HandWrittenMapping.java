package dev.farcall.benchmarks.codec;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import dev.farcall.proto.benchmarks.v1.Order.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a user of protobuf-java writes to keep generated messages out of the domain. */
public final class HandWrittenMapping {

  private HandWrittenMapping() {}

  static byte[] encode(Order order) {
    return toMessage(order).toByteArray();
  }

  static Order decode(byte[] bytes) {
    try {
      return fromMessage(dev.farcall.proto.benchmarks.v1.Order.parseFrom(bytes));
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException(e);
    }
  }

  public static dev.farcall.proto.benchmarks.v1.Order toMessage(Order order) {
    dev.farcall.proto.benchmarks.v1.Order.Builder message =
        dev.farcall.proto.benchmarks.v1.Order.newBuilder()
            .setId(order.id())
            .setCreatedAt(toMessage(order.createdAt()))
            .setStatus(toMessage(order.status()))
            .setCustomer(toMessage(order.customer()))
            .setShipping(toMessage(order.shipping()))
            .setBilling(toMessage(order.billing()))
            .putAllAttributes(order.attributes())
            .addAllTags(order.tags())
            .setTotal(order.total())
            .setGift(order.gift());
    for (LineItem item : order.items()) {
      message.addItems(toMessage(item));
    }
    order.note().ifPresent(message::setNote);
    return message.build();
  }

  private static Timestamp toMessage(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }

  private static dev.farcall.proto.benchmarks.v1.Customer toMessage(Customer customer) {
    return dev.farcall.proto.benchmarks.v1.Customer.newBuilder()
        .setId(customer.id())
        .setName(customer.name())
        .setEmail(customer.email())
        .setPhone(customer.phone())
        .build();
  }

  private static dev.farcall.proto.benchmarks.v1.Address toMessage(Address address) {
    return dev.farcall.proto.benchmarks.v1.Address.newBuilder()
        .setStreet(address.street())
        .setCity(address.city())
        .setPostalCode(address.postalCode())
        .setCountry(address.country())
        .build();
  }

  private static dev.farcall.proto.benchmarks.v1.LineItem toMessage(LineItem item) {
    return dev.farcall.proto.benchmarks.v1.LineItem.newBuilder()
        .setSku(item.sku())
        .setQuantity(item.quantity())
        .setPriceCents(item.priceCents())
        .setTitle(item.title())
        .build();
  }

  private static Status toMessage(Order.Status status) {
    return switch (status) {
      case PLACED -> Status.STATUS_PLACED;
      case PAID -> Status.STATUS_PAID;
      case SHIPPED -> Status.STATUS_SHIPPED;
    };
  }

  public static Order fromMessage(dev.farcall.proto.benchmarks.v1.Order message) {
    List<LineItem> items = new ArrayList<>(message.getItemsCount());
    for (dev.farcall.proto.benchmarks.v1.LineItem item : message.getItemsList()) {
      items.add(
          new LineItem(item.getSku(), item.getQuantity(), item.getPriceCents(), item.getTitle()));
    }
    return new Order(
        message.getId(),
        Instant.ofEpochSecond(
            message.getCreatedAt().getSeconds(), message.getCreatedAt().getNanos()),
        fromMessage(message.getStatus()),
        fromMessage(message.getCustomer()),
        fromMessage(message.getShipping()),
        fromMessage(message.getBilling()),
        items,
        message.getAttributesMap(),
        message.getTagsList(),
        message.hasNote() ? Optional.of(message.getNote()) : Optional.empty(),
        message.getTotal(),
        message.getGift());
  }

  private static Customer fromMessage(dev.farcall.proto.benchmarks.v1.Customer customer) {
    return new Customer(
        customer.getId(), customer.getName(), customer.getEmail(), customer.getPhone());
  }

  private static Address fromMessage(dev.farcall.proto.benchmarks.v1.Address address) {
    return new Address(
        address.getStreet(), address.getCity(), address.getPostalCode(), address.getCountry());
  }

  private static Order.Status fromMessage(Status status) {
    return switch (status) {
      case STATUS_PLACED -> Order.Status.PLACED;
      case STATUS_PAID -> Order.Status.PAID;
      case STATUS_SHIPPED -> Order.Status.SHIPPED;
      case STATUS_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalArgumentException("no status: " + status);
    };
  }
}
