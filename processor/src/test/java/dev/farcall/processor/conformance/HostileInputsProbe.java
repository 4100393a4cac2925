package dev.farcall.processor.conformance;

import dev.farcall.wire.DecodeException;
import dev.farcall.wire.DecodeLimits;
import dev.farcall.wire.ProtobufReader;

/**
 * Decodes every hostile input, in a process of its own with little memory; prints the name of each,
 * what came of it and the milliseconds it took.
 */
final class HostileInputsProbe {

  private HostileInputsProbe() {}

  public static void main(String[] args) {
    for (String name : HostileInputs.names()) {
      byte[] bytes = HostileInputs.of(name);
      long start = System.nanoTime();
      String outcome = decode(bytes);
      System.out.printf("%s\t%s\t%d%n", name, outcome, (System.nanoTime() - start) / 1_000_000);
    }
  }

  private static String decode(byte[] bytes) {
    try {
      Bulk bulk = ProtobufReader.decode(BulkCodec.INSTANCE, bytes, DecodeLimits.DEFAULT);
      return bulk == null ? "null" : "read";
    } catch (DecodeException e) {
      return e.kind().name();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return e.toString();
    }
  }
}
