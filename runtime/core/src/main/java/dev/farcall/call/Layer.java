package dev.farcall.call;

import java.util.List;

/**
 * Adds one behaviour to a channel. What is not configured is {@link #NONE} and is not in the stack
 * at all.
 */
@FunctionalInterface
public interface Layer {

  /** Adds nothing. */
  Layer NONE = next -> next;

  /** A channel with this behaviour that sends through {@code next}; may be {@code next} itself. */
  Channel around(Channel next);

  /** All layers, the first outermost. */
  static Layer of(Layer... layers) {
    List<Layer> order = List.of(layers);
    return wire -> {
      Channel channel = wire;
      for (int i = order.size() - 1; i >= 0; i--) {
        channel = order.get(i).around(channel);
      }
      return channel;
    };
  }
}
