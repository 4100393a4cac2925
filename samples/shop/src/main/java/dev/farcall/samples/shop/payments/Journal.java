package dev.farcall.samples.shop.payments;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.farcall.wire.DecodeException;
import dev.farcall.wire.DecodeLimits;
import dev.farcall.wire.ProtobufReader;
import dev.farcall.wire.ProtobufWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The file that outlives the process: a line for each change of the ledger, written before anybody
 * is told of it. An entry is the message {@code Payment}, in Base64, as it crosses the wire.
 */
final class Journal {

  private final Optional<Path> file;

  private Journal(Optional<Path> file) {
    this.file = file;
  }

  /** One that remembers nothing. */
  static Journal none() {
    return new Journal(Optional.empty());
  }

  /** One in this file, which may be there or not. */
  static Journal in(Path file) {
    return new Journal(Optional.of(file));
  }

  /**
   * A change.
   *
   * @param voucher its code, or empty
   */
  record Entry(Payment payment, String voucher) {}

  /** Notes a change; it is with the operating system when this returns. */
  synchronized void add(Payment payment, String voucher) {
    if (file.isEmpty()) {
      return;
    }
    byte[] message = ProtobufWriter.encode(PaymentCodec.INSTANCE, payment);
    String line = Base64.getEncoder().encodeToString(message) + " " + voucher + "\n";
    try {
      Files.writeString(
          file.get(), line, UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  /** All changes, the oldest first. A line that was cut off by a sudden end is left out. */
  List<Entry> read() {
    List<Entry> entries = new ArrayList<>();
    if (file.isEmpty() || !Files.exists(file.get())) {
      return entries;
    }
    try {
      for (String line : Files.readAllLines(file.get())) {
        int space = line.indexOf(' ');
        byte[] message = Base64.getDecoder().decode(line.substring(0, space).getBytes(US_ASCII));
        entries.add(
            new Entry(
                ProtobufReader.decode(PaymentCodec.INSTANCE, message, DecodeLimits.DEFAULT),
                line.substring(space + 1)));
      }
    } catch (IndexOutOfBoundsException | IllegalArgumentException | DecodeException cutOff) {
      return entries;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return entries;
  }
}
