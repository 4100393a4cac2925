package dev.farcall.call;

import dev.farcall.wire.FileSchema;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * A service that is ready to be served: its methods bound to an implementation. Generated beside
 * each {@code @Remote} interface as {@code UserServiceDispatcher}, with a public constructor that
 * takes the implementation.
 */
public interface Dispatcher {

  /** The full proto name of the service. */
  String service();

  /** Its methods, in the interface's order. */
  List<Handler<?, ?>> handlers();

  /** The file that declares it. */
  FileSchema schema();

  /**
   * The OpenAPI document of its routes, for the caller to close; empty if it has none. Each call
   * opens it anew.
   */
  default Optional<InputStream> openApi() {
    return Optional.empty();
  }
}
