package dev.farcall.protocol;

import dev.farcall.call.Failure;
import dev.farcall.call.Metadata;

/**
 * The wire under one call on a server, as a {@link ServerExchange} uses it: {@link #answer}, or
 * {@link #begin} and what follows it, or {@link #fail} at any time before the end. One call at a
 * time, from any thread; after the call was cancelled they do nothing.
 */
public interface ServerWire {

  /** Takes so many more messages from the peer. */
  void request(int messages);

  /** Whether a message leaves without being held back for long. */
  boolean isReady();

  /** The whole of an answer that is one message. */
  void answer(Metadata headers, byte[] message);

  /** The headers of an answer that is a stream. */
  void begin(Metadata headers);

  /** A message of the stream. */
  void send(byte[] message);

  /** The stream has ended well. */
  void end();

  /** The call has failed, before the headers or after them. */
  void fail(Failure failure);
}
