package dev.farcall.samples.shop.users;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.farcall.wire.DecodeLimits;
import dev.farcall.wire.ProtobufReader;
import dev.farcall.wire.ProtobufWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The file that several processes of the same service share: a line for each change of a user,
 * written while no other process writes. An entry is the message {@code User}, in Base64, as it
 * crosses the wire. For one thread at a time.
 */
final class UserLog {

  private final Optional<Path> file;
  private long position;

  private UserLog(Optional<Path> file) {
    this.file = file;
  }

  /** One that is shared with nobody. */
  static UserLog none() {
    return new UserLog(Optional.empty());
  }

  /** One in this file, which may be there or not. */
  static UserLog in(Path file) {
    return new UserLog(Optional.of(file));
  }

  /** A user as it is now, or as it was before it was deleted. */
  record Entry(User user, boolean deleted) {}

  /** Reads what others have written since. */
  void catchUp(Consumer<Entry> news) {
    if (file.isEmpty() || !Files.exists(file.get())) {
      return;
    }
    try (FileChannel channel = FileChannel.open(file.get(), StandardOpenOption.READ)) {
      read(channel, news);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Begins a change, which sees all that was changed before it; nobody else changes meanwhile. */
  Turn begin(Consumer<Entry> news) {
    if (file.isEmpty()) {
      return new Turn(Optional.empty());
    }
    try {
      FileChannel channel =
          FileChannel.open(
              file.get(),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      channel.lock(); // until the channel is closed
      read(channel, news);
      return new Turn(Optional.of(channel));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Whole lines only: the last may be half written. */
  private void read(FileChannel channel, Consumer<Entry> news) throws IOException {
    if (channel.size() <= position) {
      return;
    }
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size() - position));
    while (bytes.hasRemaining() && channel.read(bytes, position + bytes.position()) >= 0) {
      // Until all of it is there.
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (byte each : bytes.flip().array()) {
      if (each == '\n') {
        position += line.size() + 1;
        news.accept(entry(line.toString(US_ASCII)));
        line.reset();
      } else {
        line.write(each);
      }
    }
  }

  private static Entry entry(String line) {
    byte[] message = Base64.getDecoder().decode(line.substring(1));
    User user = ProtobufReader.decode(UserCodec.INSTANCE, message, DecodeLimits.DEFAULT);
    return new Entry(user, line.charAt(0) == '-');
  }

  /** A change that is being made. */
  final class Turn implements AutoCloseable {
    private final Optional<FileChannel> channel;

    private Turn(Optional<FileChannel> channel) {
      this.channel = channel;
    }

    /** Notes it; it is with the operating system when this returns. */
    void add(Entry entry) {
      if (channel.isEmpty()) {
        return;
      }
      byte[] message = ProtobufWriter.encode(UserCodec.INSTANCE, entry.user());
      String line =
          (entry.deleted() ? "-" : "+") + Base64.getEncoder().encodeToString(message) + "\n";
      ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(US_ASCII));
      try {
        while (bytes.hasRemaining()) {
          position += channel.get().write(bytes, position);
        }
      } catch (IOException full) {
        throw new UncheckedIOException(full);
      }
    }

    @Override
    public void close() {
      try {
        if (channel.isPresent()) {
          channel.get().close();
        }
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }
}
