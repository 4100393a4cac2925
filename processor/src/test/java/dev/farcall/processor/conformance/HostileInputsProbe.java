package dev.farcall.processor.conformance;

import dev.farcall.call.Format;
import dev.farcall.call.JsonFormat;
import dev.farcall.wire.DecodeException;
import dev.farcall.wire.DecodeLimits;

/**
 * Decodes every hostile input, in a process of its own with little memory; prints the name of each,
 * what came of it and the milliseconds it took.
 */
final class HostileInputsProbe {

  private HostileInputsProbe() {}

  public static void main(String[] args) {
    for (String name : HostileInputs.names()) {
      decode(name, HostileInputs.of(name), Format.PROTOBUF);
    }
    for (String name : JsonHostileInputs.names()) {
      decode(name, JsonHostileInputs.of(name), JsonFormat.PROTO);
    }
  }

  private static void decode(String name, byte[] bytes, Format format) {
    long start = System.nanoTime();
    String outcome = outcome(bytes, format);
    System.out.printf("%s\t%s\t%d%n", name, outcome, (System.nanoTime() - start) / 1_000_000);
  }

  private static String outcome(byte[] bytes, Format format) {
    try {
      Bulk bulk = format.decode(BulkCodec.INSTANCE, bytes, DecodeLimits.DEFAULT);
      return bulk == null ? "null" : "read";
    } catch (DecodeException e) {
      return e.kind().name();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return e.toString();
    }
  }
}
