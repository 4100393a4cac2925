package dev.farcall.samples.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.rpc.ErrorInfo;
import dev.farcall.Server;
import dev.farcall.samples.shop.common.proto.Money;
import dev.farcall.samples.shop.payments.proto.Payment;
import dev.farcall.samples.shop.payments.proto.PaymentMethod;
import dev.farcall.samples.shop.payments.proto.PaymentServiceFindPaymentRequest;
import dev.farcall.samples.shop.payments.proto.PaymentServiceGrpc;
import dev.farcall.samples.shop.payments.proto.PaymentServicePayRequest;
import dev.farcall.samples.shop.payments.proto.PaymentStatus;
import dev.farcall.samples.shop.users.proto.EmailTaken;
import dev.farcall.samples.shop.users.proto.NewUser;
import dev.farcall.samples.shop.users.proto.PageOfUser;
import dev.farcall.samples.shop.users.proto.User;
import dev.farcall.samples.shop.users.proto.UserFilter;
import dev.farcall.samples.shop.users.proto.UserServiceFindUserRequest;
import dev.farcall.samples.shop.users.proto.UserServiceGetUserRequest;
import dev.farcall.samples.shop.users.proto.UserServiceGrpc;
import dev.farcall.samples.shop.users.proto.UserServiceListUsersRequest;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.protobuf.StatusProto;
import java.util.Iterator;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** grpc-java's own stubs, generated from the .proto files that the shop's compilation wrote. */
class ProtocClientTest {

  private final Server server = Shop.start();

  private final ManagedChannel channel =
      NettyChannelBuilder.forAddress("127.0.0.1", server.port()).usePlaintext().build();

  private final UserServiceGrpc.UserServiceBlockingStub users =
      UserServiceGrpc.newBlockingStub(channel);

  private final PaymentServiceGrpc.PaymentServiceBlockingStub payments =
      PaymentServiceGrpc.newBlockingStub(channel);

  @AfterEach
  void close() {
    channel.shutdownNow();
    server.close();
  }

  @Test
  void aUserIsCreatedAndFound() {
    User created = users.createUser(newUser("ada@example.com"));

    assertThat(created.getEmail()).isEqualTo("ada@example.com");
    assertThat(created.getCreatedAt().getSeconds()).isPositive();
    assertThat(users.getUser(get(created.getId())).getResult()).isEqualTo(created);
    assertThat(users.getUser(get(UUID.randomUUID().toString())).hasResult()).isFalse();
  }

  @Test
  void aPageSaysWhetherTheListGoesOn() {
    users.createUser(newUser("a@example.com"));
    users.createUser(newUser("b@example.com"));

    PageOfUser first =
        users.listUsers(UserServiceListUsersRequest.newBuilder().setLimit(1).build());
    PageOfUser second =
        users.listUsers(
            UserServiceListUsersRequest.newBuilder()
                .setLimit(1)
                .setAfter(first.getItems(0).getId())
                .build());

    assertThat(first.getMore()).isTrue();
    assertThat(second.getMore()).isFalse();
    assertThat(second.getItemsList()).hasSize(1).isNotEqualTo(first.getItemsList());
  }

  @Test
  void whoRegistersIsWatched() {
    users.createUser(newUser("a@example.com"));
    Iterator<User> watched = users.watchUsers(UserFilter.newBuilder().setExisting(true).build());
    assertThat(watched.next().getEmail()).isEqualTo("a@example.com");
    users.createUser(newUser("b@example.com"));

    assertThat(watched.next().getEmail()).isEqualTo("b@example.com");
  }

  @Test
  void aDeclaredErrorArrivesWithItsFieldsAndItsReason() throws Exception {
    users.createUser(newUser("ada@example.com"));

    StatusRuntimeException refused =
        catchThrowableOfType(
            StatusRuntimeException.class, () -> users.createUser(newUser("ada@example.com")));

    assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.ALREADY_EXISTS);
    assertThat(refused.getStatus().getDescription())
        .isEqualTo("a user with the address ada@example.com exists");
    com.google.rpc.Status status = StatusProto.fromThrowable(refused);
    assertThat(status.getDetailsList()).hasSize(2);
    assertThat(status.getDetails(0).unpack(EmailTaken.class).getEmail())
        .isEqualTo("ada@example.com");
    ErrorInfo info = status.getDetails(1).unpack(ErrorInfo.class);
    assertThat(info.getReason()).isEqualTo("EMAIL_TAKEN");
    assertThat(info.getDomain()).isEqualTo("shop.users.v1.UserService");
  }

  @Test
  void anArgumentThatTheRecordRefusesIsInvalid() {
    StatusRuntimeException refused =
        catchThrowableOfType(
            StatusRuntimeException.class,
            () -> users.findUser(UserServiceFindUserRequest.newBuilder().setEmail("x").build()));

    assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(refused.getStatus().getDescription()).contains("email");
  }

  @Test
  void aRequiredFieldThatIsNotSentIsNamed() {
    StatusRuntimeException refused =
        catchThrowableOfType(
            StatusRuntimeException.class,
            () -> users.getUser(UserServiceGetUserRequest.getDefaultInstance()));

    assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(refused.getStatus().getDescription()).contains("id");
  }

  @Test
  void aSealedInterfaceIsAOneof() {
    String order = UUID.randomUUID().toString();
    Payment paid =
        payments.pay(
            PaymentServicePayRequest.newBuilder()
                .setOrder(order)
                .setAmount(Money.newBuilder().setAmount("12.50").setCurrency("EUR"))
                .setMethod(
                    PaymentMethod.newBuilder()
                        .setBankTransfer(
                            PaymentMethod.BankTransfer.newBuilder()
                                .setAccount("DE89370400440532013000")))
                .build());

    assertThat(paid.getStatus()).isEqualTo(PaymentStatus.PAYMENT_STATUS_CAPTURED);
    assertThat(paid.getAmount().getAmount()).isEqualTo("12.50");
    assertThat(
            payments
                .findPayment(PaymentServiceFindPaymentRequest.newBuilder().setOrder(order).build())
                .getResult())
        .isEqualTo(paid);
  }

  private static NewUser newUser(String email) {
    return NewUser.newBuilder().setEmail(email).setName("Ada").build();
  }

  private static UserServiceGetUserRequest get(String id) {
    return UserServiceGetUserRequest.newBuilder().setId(id).build();
  }
}
