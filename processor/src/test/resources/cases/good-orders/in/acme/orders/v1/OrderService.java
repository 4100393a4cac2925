package acme.orders.v1;

import com.google.protobuf.Struct;
import dev.farcall.annotation.Header;
import dev.farcall.annotation.Idempotent;
import dev.farcall.annotation.Remote;
import dev.farcall.annotation.Rpc;
import dev.farcall.annotation.Safe;
import dev.farcall.annotation.Timeout;
import dev.farcall.call.CallContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** Places orders. */
@Remote
@Timeout("2s")
public interface OrderService extends Crud<Order> {

  /**
   * Finds an order.
   *
   * @param id that of the order
   */
  @Safe
  @Timeout(value = "1s", attempt = "300ms")
  Optional<Order> get(UUID id);

  Order place(Order order) throws OutOfStock;

  @Idempotent
  CompletionStage<Void> cancel(
      UUID id, @Header("x-reason") Optional<String> reason, CallContext context);

  @Safe
  Page<Order> list(int limit, Optional<String> after);

  @Rpc(name = "ListAll")
  List<Order> list();

  Payment pay(Payment payment);

  Struct annotate(Struct annotations);

  /** Runs where it is called. */
  default boolean exists(UUID id) {
    return get(id).isPresent();
  }
}
