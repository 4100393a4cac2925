package dev.farcall.processor.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.ByteString;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import com.sun.management.ThreadMXBean;
import dev.farcall.wire.DecodeException;
import dev.farcall.wire.DecodeLimits;
import dev.farcall.wire.JsonProfile;
import dev.farcall.wire.JsonReader;
import dev.farcall.wire.JsonWriter;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Feeds JSON to a codec and to protobuf's JsonFormat and compares.
 *
 * <p>The codec returns a value or throws {@link DecodeException}, nothing else; it does not
 * allocate more than in proportion to the text; what it accepts is JSON, and JsonFormat accepts it
 * too, and the reverse except for the lists here; what is written of the value is read as the same
 * value, and by JsonFormat as the message it read itself.
 */
final class JsonJudge {

  private static final long BYTES_ALLOCATED_PER_BYTE = 2_000;
  private static final long BYTES_ALLOCATED_AT_ALL = 200_000;

  /** What we refuse though it is JSON and JsonFormat reads it, or ignores it as not known. */
  private static final Pattern STRICTER =
      Pattern.compile(
          String.join(
              "|",
              "^unknown ", // names of constants
              "^is there twice",
              "^is (a number|true or false|an array) \\(expected: text\\)", // as text
              "^is text \\(expected: true or false\\)",
              "^is an array \\(expected: a number\\)", // of one
              "^is text that is no number", // 1. and such
              "^has a key that is not a number",
              "^is [-0-9.eE]+ \\(expected: (an integer|-2147483648 to .*)\\)", // of enums
              "^is not a (duration|time) ")); // 1.0000000000s, the 30th of February

  /** Exponents that are no int, of which JsonFormat makes no number. */
  private static final Pattern LONG_EXPONENT = Pattern.compile("[eE][-+]?[0-9]{9}");

  /** Constants by their Java names, which JsonFormat does not know. */
  private static final Pattern JAVA_NAME = Pattern.compile("\"(FOO|BAR|BAZ|NEG)\"");

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private JsonJudge() {}

  /** What is wrong, if anything. */
  static <T> Optional<String> judge(Subject<T> subject, byte[] json) {
    return fault(subject, json)
        .map(fault -> subject + ": " + fault + "\nfor " + new String(json, UTF_8));
  }

  private static <T> Optional<String> fault(Subject<T> subject, byte[] json) {
    Message theirs = theirs(subject, json);
    long before = THREADS.getCurrentThreadAllocatedBytes();
    T value;
    try {
      value = decode(subject, json);
    } catch (DecodeException e) {
      return theirs == null || mayRefuse(subject, e, json)
          ? tooMuch(subject, json, before)
          : Optional.of("refused, while JsonFormat accepts: " + e.kind() + " " + e.getMessage());
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return Optional.of("thrown: " + e + " at " + Arrays.toString(e.getStackTrace()));
    }
    Optional<String> tooMuch = tooMuch(subject, json, before);
    if (tooMuch.isPresent()) {
      return tooMuch;
    }
    if (!StrictJson.isValid(json)) {
      return Optional.of("accepted, while it is not JSON: " + value);
    }
    if (theirs == null) {
      return mayAccept(json)
          ? Optional.empty()
          : Optional.of("accepted, while JsonFormat refuses: " + value);
    }
    return written(
        subject, value, JAVA_NAME.matcher(new String(json, UTF_8)).find() ? null : theirs);
  }

  private static <T> Optional<String> written(
      Subject<T> subject, T value, @Nullable Message theirs) {
    byte[] once = encode(subject, value);
    byte[] again = encode(subject, decode(subject, once));
    if (!Arrays.equals(once, again)) {
      return Optional.of("no fixed point: " + new String(once, UTF_8));
    }
    if (new String(once, UTF_8).contains("-0.0")) {
      return Optional.empty(); // JsonFormat reads that as 0.0
    }
    Message ours = theirs(subject, once);
    if (ours == null) {
      return Optional.of("JsonFormat refuses what was written: " + new String(once, UTF_8));
    }
    if (!ours.equals(read(subject, ByteString.copyFrom(subject.encode(value))))) {
      return Optional.of("written as another message than in protobuf: " + value);
    }
    return subject.sameForm() && theirs != null && !ours.equals(theirs)
        ? Optional.of("read as\n" + ours + "while JsonFormat reads\n" + theirs)
        : Optional.empty();
  }

  /**
   * What a codec may refuse though JsonFormat reads it: an absent value that Java requires; one
   * that a type with checks of its own does not take; more elements than the limit; what is not
   * JSON; what is told in {@link #STRICTER}.
   */
  private static boolean mayRefuse(Subject<?> subject, DecodeException e, byte[] json) {
    return !StrictJson.isValid(json)
        || switch (e.kind()) {
          case MISSING, LIMIT -> true;
          case INVALID -> !subject.sameForm() || STRICTER.matcher(e.problem()).find();
          default -> false;
        };
  }

  private static boolean mayAccept(byte[] json) {
    return LONG_EXPONENT.matcher(new String(json, UTF_8)).find();
  }

  private static <T> T decode(Subject<T> subject, byte[] json) {
    return JsonReader.decode(subject.codec(), json, JsonProfile.PROTO, DecodeLimits.DEFAULT);
  }

  private static <T> byte[] encode(Subject<T> subject, T value) {
    return JsonWriter.encode(subject.codec(), value, JsonProfile.PROTO);
  }

  /** Measured again if it is: code that runs for the first time is linked, which allocates. */
  private static Optional<String> tooMuch(Subject<?> subject, byte[] json, long before) {
    long most = BYTES_ALLOCATED_AT_ALL + BYTES_ALLOCATED_PER_BYTE * json.length;
    if (THREADS.getCurrentThreadAllocatedBytes() - before <= most) {
      return Optional.empty();
    }
    long start = THREADS.getCurrentThreadAllocatedBytes();
    try {
      decode(subject, json);
    } catch (DecodeException e) {
      // The same as before.
    }
    long allocated = THREADS.getCurrentThreadAllocatedBytes() - start;
    return allocated <= most
        ? Optional.empty()
        : Optional.of("allocated " + allocated + " bytes (expected: at most " + most + ")");
  }

  /** JsonFormat throws all kinds of exceptions where it refuses. */
  private static @Nullable Message theirs(Subject<?> subject, byte[] json) {
    try {
      DynamicMessage.Builder message = DynamicMessage.newBuilder(subject.descriptor());
      JsonFormat.parser().ignoringUnknownFields().merge(new String(json, UTF_8), message);
      return read(subject, message.build().toByteString());
    } catch (InvalidProtocolBufferException | RuntimeException | StackOverflowError e) {
      return null;
    }
  }

  private static Message read(Subject<?> subject, ByteString bytes) {
    try {
      return Oracle.read(subject.descriptor(), bytes);
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError("what was written is not read", e);
    }
  }
}
