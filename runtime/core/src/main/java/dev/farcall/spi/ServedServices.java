package dev.farcall.spi;

import dev.farcall.call.Channel;
import dev.farcall.call.Operation;
import dev.farcall.time.Time;
import java.util.List;

/**
 * What a listener offers: each method with the channel that answers it, behind the server's whole
 * stack. Health and reflection are among them.
 *
 * @param methods all methods of all services
 * @param maxMessageBytes of one message each way, after decompression
 * @param time the clock and timer
 */
public record ServedServices(List<Method> methods, int maxMessageBytes, Time time) {

  public ServedServices {
    methods = List.copyOf(methods);
  }

  /** One method and its answer. */
  public record Method(Operation<?, ?> operation, Channel channel) {}
}
