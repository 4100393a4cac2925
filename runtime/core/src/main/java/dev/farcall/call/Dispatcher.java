package dev.farcall.call;

import dev.farcall.wire.FileSchema;
import java.util.List;

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
}
