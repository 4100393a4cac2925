package dev.farcall.peers;

import dev.farcall.proto.benchmarks.v1.GetUserRequest;
import dev.farcall.proto.benchmarks.v1.Order;
import dev.farcall.proto.benchmarks.v1.Text;
import dev.farcall.proto.benchmarks.v1.User;

/** The service of {@code shop.proto}; Triple sends messages of protobuf as gRPC does. */
public interface MessageShop {

  Text echo(Text request);

  Order placeOrder(Order request);

  User getUser(GetUserRequest request);
}
