package dev.farcall.samples.peers;

import com.google.protobuf.Any;
import com.google.protobuf.Timestamp;
import com.google.rpc.Code;
import dev.farcall.samples.shop.users.proto.EmailTaken;
import dev.farcall.samples.shop.users.proto.NewUser;
import dev.farcall.samples.shop.users.proto.User;
import dev.farcall.samples.shop.users.proto.UserFilter;
import dev.farcall.samples.shop.users.proto.UserServiceFindUserRequest;
import dev.farcall.samples.shop.users.proto.UserServiceGetUserRequest;
import dev.farcall.samples.shop.users.proto.UserServiceGetUserResponse;
import dev.farcall.samples.shop.users.proto.UserServiceGrpc.UserServiceImplBase;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;

/**
 * Knows one user, refuses addresses that begin with "taken", lets nobody search, and watches two.
 */
final class ProtocUsers extends UserServiceImplBase {

  private final String id;

  ProtocUsers(String id) {
    this.id = id;
  }

  @Override
  public void createUser(NewUser request, StreamObserver<User> answer) {
    if (request.getEmail().startsWith("taken")) {
      EmailTaken taken = EmailTaken.newBuilder().setEmail(request.getEmail()).build();
      answer.onError(
          StatusProto.toStatusRuntimeException(
              com.google.rpc.Status.newBuilder()
                  .setCode(Code.ALREADY_EXISTS_VALUE)
                  .setMessage("taken")
                  .addDetails(Any.pack(taken))
                  .build()));
      return;
    }
    answer.onNext(user(request.getEmail(), request.getName()));
    answer.onCompleted();
  }

  @Override
  public void getUser(
      UserServiceGetUserRequest request, StreamObserver<UserServiceGetUserResponse> answer) {
    UserServiceGetUserResponse.Builder response = UserServiceGetUserResponse.newBuilder();
    if (request.getId().equals(id)) {
      response.setResult(user("ada@example.com", "Ada"));
    }
    answer.onNext(response.build());
    answer.onCompleted();
  }

  @Override
  public void findUser(UserServiceFindUserRequest request, StreamObserver<User> answer) {
    answer.onError(Status.PERMISSION_DENIED.withDescription("not you").asException());
  }

  @Override
  public void watchUsers(UserFilter request, StreamObserver<User> answer) {
    answer.onNext(user("ada@example.com", "Ada"));
    answer.onNext(user("bob@" + request.getHost(), "Bob"));
    answer.onError(Status.DATA_LOSS.withDescription("forgotten").asException());
  }

  private User user(String email, String name) {
    return User.newBuilder()
        .setId(id)
        .setEmail(email)
        .setName(name)
        .setCreatedAt(Timestamp.newBuilder().setSeconds(1).setNanos(500_000_000))
        .build();
  }
}
