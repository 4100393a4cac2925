package dev.farcall.processor.emit;

import static dev.farcall.processor.emit.Models.method;
import static dev.farcall.processor.emit.Models.record;
import static dev.farcall.processor.emit.Models.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.processor.model.MessageModel;
import dev.farcall.processor.model.SchemaModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProtoNamesTest {

  private static final MessageModel ORDER = record("Order");

  private static final ProtoNames NAMES =
      new ProtoNames(
          Models.schema(
              List.of(
                  service(
                      "OrderService",
                      method("order", ORDER.javaType(), ORDER, ORDER).direct().build())),
              List.of(ORDER, record("Order.Line"), record("Line"), record("Outer.Order")),
              List.of()));

  @Test
  void aTypeOfThePackageIsNamedByItself() {
    assertThat(NAMES.reference("acme.orders.v1.Order", "acme.orders.v1.Line")).isEqualTo("Order");
  }

  @Test
  void aNestedTypeIsNamedByItselfInside() {
    assertThat(NAMES.reference("acme.orders.v1.Order.Line", "acme.orders.v1.Order"))
        .isEqualTo("Line");
    assertThat(NAMES.reference("acme.orders.v1.Order.Line", "acme.orders.v1.Line"))
        .isEqualTo("Order.Line");
  }

  @Test
  void aTypeThatANestedOneHidesIsSpeltInFull() {
    assertThat(NAMES.reference("acme.orders.v1.Line", "acme.orders.v1.Order"))
        .isEqualTo(".acme.orders.v1.Line");
    assertThat(NAMES.reference("acme.orders.v1.Order.Line", "acme.orders.v1.Outer"))
        .isEqualTo(".acme.orders.v1.Order.Line");
  }

  @Test
  void aTypeThatAnRpcHidesIsSpeltInFull() {
    assertThat(NAMES.reference("acme.orders.v1.Order", "acme.orders.v1.OrderService.Order"))
        .isEqualTo(".acme.orders.v1.Order");
  }

  @Test
  void aTypeOfAnotherFileIsSpeltInFull() {
    assertThat(NAMES.reference("google.protobuf.Timestamp", "acme.orders.v1.Order"))
        .isEqualTo("google.protobuf.Timestamp");
    assertThat(NAMES.reference("acme.users.v1.User", "acme.orders.v1.Order"))
        .isEqualTo("acme.users.v1.User");
  }

  @Test
  void aPackageThatHidesAnotherCallsForADot() {
    SchemaModel schema =
        new SchemaModel(
            "acme.google.v1",
            "acme/google/v1/google.proto",
            Models.java("GoogleSchema"),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            false);
    assertThat(
            new ProtoNames(schema).reference("google.protobuf.Timestamp", "acme.google.v1.Order"))
        .isEqualTo(".google.protobuf.Timestamp");
  }
}
