package dev.farcall.samples.peers;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.AnnotationsProto;
import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.MethodDescriptorProto;
import com.google.protobuf.DescriptorProtos.MethodOptions;
import com.google.protobuf.DescriptorProtos.ServiceDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.farcall.samples.shop.common.proto.Money;
import dev.farcall.samples.shop.orders.OrderServiceDispatcher;
import dev.farcall.samples.shop.orders.Orders;
import dev.farcall.samples.shop.orders.proto.Order;
import dev.farcall.samples.shop.payments.PaymentServiceDispatcher;
import dev.farcall.samples.shop.payments.Payments;
import dev.farcall.samples.shop.payments.proto.Payment;
import dev.farcall.samples.shop.users.UserServiceDispatcher;
import dev.farcall.samples.shop.users.Users;
import dev.farcall.samples.shop.users.proto.User;
import dev.farcall.wire.FileSchema;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The descriptors in the shop's classes, and those protoc makes of the .proto files beside them.
 */
class DescriptorTest {

  private static final Clock CLOCK = Clock.systemUTC();

  @Test
  void theServedDescriptorIsTheOneOfTheText() throws Exception {
    FileSchema orders = new OrderServiceDispatcher(new Orders(CLOCK)).schema();
    assertSame(
        new UserServiceDispatcher(new Users(CLOCK)).schema(), User.getDescriptor().getFile());
    assertSame(orders, Order.getDescriptor().getFile());
    assertSame(
        new PaymentServiceDispatcher(new Payments(CLOCK)).schema(),
        Payment.getDescriptor().getFile());
    assertSame(dependency(orders, "shop/common/v1/common.proto"), Money.getDescriptor().getFile());
  }

  private static FileSchema dependency(FileSchema of, String path) {
    List<FileSchema> found =
        of.dependencies().stream().filter(schema -> schema.path().equals(path)).toList();
    assertThat(found).as(path).hasSize(1);
    return found.get(0);
  }

  private static void assertSame(FileSchema embedded, FileDescriptor ofProtoc)
      throws InvalidProtocolBufferException {
    FileDescriptorProto.Builder expected = ofProtoc.toProto().toBuilder();
    for (int i = 0; i < expected.getMessageTypeCount(); i++) {
      sayJsonNames(expected.getMessageTypeBuilder(i), ofProtoc.getMessageTypes().get(i));
    }
    leaveOutPaths(expected);
    assertThat(FileDescriptorProto.parseFrom(embedded.bytes())).isEqualTo(expected.build());
  }

  /** The served descriptor has no google.api.http, so that no server needs Google's file. */
  private static void leaveOutPaths(FileDescriptorProto.Builder file) {
    List<String> others =
        file.getDependencyList().stream().filter(path -> !path.startsWith("google/api/")).toList();
    file.clearDependency().addAllDependency(others);
    for (ServiceDescriptorProto.Builder service : file.getServiceBuilderList()) {
      for (MethodDescriptorProto.Builder method : service.getMethodBuilderList()) {
        if (method.hasOptions()) {
          method.getOptionsBuilder().clearExtension(AnnotationsProto.http);
          if (method.getOptions().equals(MethodOptions.getDefaultInstance())) {
            method.clearOptions();
          }
        }
      }
    }
  }

  /** protoc leaves them out of Java's descriptors where they are the usual ones. */
  private static void sayJsonNames(DescriptorProto.Builder message, Descriptor same) {
    for (int i = 0; i < message.getFieldCount(); i++) {
      message.getFieldBuilder(i).setJsonName(same.getFields().get(i).getJsonName());
    }
    for (int i = 0; i < message.getNestedTypeCount(); i++) {
      sayJsonNames(message.getNestedTypeBuilder(i), same.getNestedTypes().get(i));
    }
  }
}
