package dev.farcall.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farcall.annotation.Code;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EnvelopeReaderTest {

  private static final int LIMIT = 100_000;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 7, 1_000, 1_000_000})
  void framesArriveWholeHoweverTheirBytesAreCut(int portion) throws Exception {
    Random random = new Random(42);
    List<byte[]> sent = new ArrayList<>();
    byte[] all = {};
    for (int size : new int[] {0, 1, 4, 5, 300, 0, 70_000, LIMIT}) {
      byte[] message = new byte[size];
      random.nextBytes(message);
      sent.add(message);
      byte[] frame = Envelope.frame(size % 2, message);
      int length = all.length;
      all = Arrays.copyOf(all, length + frame.length);
      System.arraycopy(frame, 0, all, length, frame.length);
    }
    EnvelopeReader reader = new EnvelopeReader(LIMIT);
    List<Envelope> received = new ArrayList<>();
    for (int from = 0; from < all.length; from += portion) {
      reader.add(Arrays.copyOfRange(all, from, Math.min(all.length, from + portion)));
      for (Envelope next = reader.next(); next != null; next = reader.next()) {
        received.add(next);
      }
    }
    assertThat(received).extracting(Envelope::message).containsExactlyElementsOf(sent);
    assertThat(received)
        .extracting(Envelope::flags)
        .containsExactlyElementsOf(sent.stream().map(message -> message.length % 2).toList());
    assertThat(reader.isBetweenFrames()).isTrue();
  }

  @Test
  void lengthOverTheLimitIsRefusedBeforeItsBytesCome() {
    EnvelopeReader reader = new EnvelopeReader(LIMIT);
    byte[] header = new byte[Envelope.HEADER_BYTES];
    Envelope.writeHeader(0, LIMIT + 1, header);
    reader.add(header);
    assertThatThrownBy(reader::next)
        .isInstanceOfSatisfying(
            UnreadableException.class, e -> assertThat(e.code()).isEqualTo(Code.RESOURCE_EXHAUSTED))
        .hasMessageContaining("100000 bytes");
  }

  @Test
  void lengthWithTheHighestBitIsNotNegative() {
    EnvelopeReader reader = new EnvelopeReader(LIMIT);
    reader.add(new byte[] {0, -1, -1, -1, -1});
    assertThatThrownBy(reader::next).isInstanceOf(UnreadableException.class);
  }

  @Test
  void beginningOfAFrameIsNotBetweenFrames() throws Exception {
    EnvelopeReader reader = new EnvelopeReader(LIMIT);
    reader.add(new byte[] {0, 0, 0});
    assertThat(reader.next()).isNull();
    assertThat(reader.isBetweenFrames()).isFalse();
    reader.add(new byte[] {0, 2, 'a'});
    assertThat(reader.next()).isNull();
    assertThat(reader.isBetweenFrames()).isFalse();
  }
}
