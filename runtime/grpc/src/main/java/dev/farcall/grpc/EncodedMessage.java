package dev.farcall.grpc;

import io.grpc.Drainable;
import io.grpc.KnownLength;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;

/** An encoded message, copied once: straight into the transport's buffer. */
final class EncodedMessage extends ByteArrayInputStream implements Drainable, KnownLength {

  EncodedMessage(byte[] message) {
    super(message);
  }

  @Override
  public int drainTo(OutputStream out) throws IOException {
    int length = count - pos;
    out.write(buf, pos, length);
    pos = count;
    return length;
  }
}
