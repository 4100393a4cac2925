package dev.farcall.processor.conformance;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.sun.management.ThreadMXBean;
import dev.farcall.wire.DecodeException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Feeds bytes to a codec and to protobuf-java and compares.
 *
 * <p>The codec returns a value or throws {@link DecodeException}, nothing else; it does not
 * allocate more than in proportion to the input; what it accepts, protobuf-java accepts, and the
 * reverse except for the reasons of {@link #mayRefuse} and {@link #mayAccept}; what is written of
 * the value is read as the same value, and by protobuf-java as the message it read itself.
 */
final class Judge {

  /**
   * Objects of a record with a hundred fields for each two bytes, and what a thread does besides.
   */
  private static final long BYTES_ALLOCATED_PER_BYTE = 2_000;

  private static final long BYTES_ALLOCATED_AT_ALL = 100_000;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Judge() {}

  /** What is wrong, if anything. */
  static <T> Optional<String> judge(Subject<T> subject, byte[] bytes) {
    return fault(subject, bytes)
        .map(fault -> subject + ": " + fault + " for " + HexFormat.of().formatHex(bytes));
  }

  private static <T> Optional<String> fault(Subject<T> subject, byte[] bytes) {
    Message theirs = theirs(subject, bytes);
    long before = THREADS.getCurrentThreadAllocatedBytes();
    T value;
    try {
      value = subject.decode(bytes);
    } catch (DecodeException e) {
      return theirs == null || mayRefuse(e, bytes)
          ? tooMuch(subject, bytes, before)
          : Optional.of("refused, while protobuf-java accepts: " + e.kind() + " " + e.getMessage());
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return Optional.of("thrown: " + e + " at " + e.getStackTrace()[0]);
    }
    Optional<String> tooMuch = tooMuch(subject, bytes, before);
    if (tooMuch.isPresent()) {
      return tooMuch;
    }
    if (theirs == null) {
      return mayAccept(bytes)
          ? Optional.empty()
          : Optional.of("accepted, while protobuf-java refuses: " + value);
    }
    return written(subject, value, theirs);
  }

  private static <T> Optional<String> written(Subject<T> subject, T value, Message theirs) {
    byte[] once = subject.encode(value);
    byte[] again = subject.encode(subject.decode(once));
    if (!Arrays.equals(once, again)) {
      return Optional.of("no fixed point: " + HexFormat.of().formatHex(once));
    }
    Message ours = theirs(subject, once);
    if (ours == null) {
      return Optional.of("protobuf-java refuses what was written: " + value);
    }
    return subject.sameForm() && !ours.equals(theirs)
        ? Optional.of("read as\n" + ours + "while protobuf-java reads\n" + theirs)
        : Optional.empty();
  }

  /**
   * What a codec may refuse though protobuf-java reads it: an absent value that Java requires; one
   * that a constructor, an enum or a range does not take; more elements than the limit; a tag of
   * more than 32 bits or five bytes and a length of more than 32 bits, which the suite forbids too.
   */
  private static boolean mayRefuse(DecodeException e, byte[] bytes) {
    return switch (e.kind()) {
      case MISSING, INVALID, LIMIT -> true;
      case MALFORMED -> hasLongVarint(bytes);
      default -> false;
    };
  }

  private static boolean hasLongVarint(byte[] bytes) {
    int run = 0;
    for (byte b : bytes) {
      if (run >= 4 && (b & 0xF0) != 0) {
        return true;
      }
      run = b < 0 ? run + 1 : 0;
    }
    return false;
  }

  /**
   * What a codec may read though protobuf-java refuses it: damage within a member of {@link
   * Payment} that another member follows. It counts no more and is not read.
   */
  private static boolean mayAccept(byte[] bytes) {
    ByteString all = ByteString.copyFrom(bytes);
    return Stream.of(111, 112, 120)
            .map(member -> Wire.tag(member, Wire.LEN))
            .filter(tag -> contains(all, tag))
            .count()
        > 1;
  }

  private static boolean contains(ByteString all, ByteString part) {
    return IntStream.range(0, all.size()).anyMatch(at -> all.substring(at).startsWith(part));
  }

  /** Measured again if it is: code that runs for the first time is linked, which allocates. */
  private static Optional<String> tooMuch(Subject<?> subject, byte[] bytes, long before) {
    long most = BYTES_ALLOCATED_AT_ALL + BYTES_ALLOCATED_PER_BYTE * bytes.length;
    if (THREADS.getCurrentThreadAllocatedBytes() - before <= most) {
      return Optional.empty();
    }
    long start = THREADS.getCurrentThreadAllocatedBytes();
    try {
      subject.decode(bytes);
    } catch (DecodeException e) {
      // The same as before.
    }
    long allocated = THREADS.getCurrentThreadAllocatedBytes() - start;
    return allocated <= most
        ? Optional.empty()
        : Optional.of("allocated " + allocated + " bytes (expected: at most " + most + ")");
  }

  private static @Nullable Message theirs(Subject<?> subject, byte[] bytes) {
    try {
      return Oracle.read(subject.descriptor(), ByteString.copyFrom(bytes));
    } catch (InvalidProtocolBufferException e) {
      return null;
    }
  }
}
