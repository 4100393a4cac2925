package dev.farcall.processor.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Generated codecs beside protobuf-java, over valid messages in every form and over damaged ones.
 *
 * <p>The seed is fixed. {@code -Dfarcall.fuzz.rounds=100} runs a hundred times as many inputs, each
 * round from another seed.
 */
class CodecFuzzTest {

  private static final int ROUNDS = Integer.getInteger("farcall.fuzz.rounds", 1);
  private static final int VALID = 3_000;
  private static final int DAMAGED = 30_000;

  static Stream<Subject<?>> subjects() {
    return Stream.of(Subjects.ALL_TYPES, Subjects.PAYMENT, Subjects.LEDGER);
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void aMessageInAnyFormIsReadAsProtobufReadsIt(Subject<?> subject) {
    for (int round = 0; round < ROUNDS; round++) {
      RandomMessages messages = new RandomMessages(new Random(1 + round));
      for (int i = 0; i < VALID; i++) {
        check(subject, messages.next(subject.descriptor()).toByteArray());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void damagedBytesAreRefusedOrReadAsProtobufReadsThem(Subject<?> subject) {
    for (int round = 0; round < ROUNDS; round++) {
      Random random = new Random(-1 - round);
      List<byte[]> seeds = seeds(subject, random);
      Mutations mutations = new Mutations(random, seeds);
      for (int i = 0; i < DAMAGED; i++) {
        check(subject, mutations.next(seeds.get(random.nextInt(seeds.size()))));
      }
    }
  }

  private static List<byte[]> seeds(Subject<?> subject, Random random) {
    List<byte[]> seeds = new ArrayList<>();
    RandomMessages messages = new RandomMessages(random);
    for (int i = 0; i < 300; i++) {
      seeds.add(
          subject == Subjects.LEDGER
              ? SampleLedgers.next(random)
              : messages.next(subject.descriptor()).toByteArray());
    }
    if (subject == Subjects.ALL_TYPES) {
      Suite.cases().stream()
          .map(Case::input)
          .filter(input -> input.size() < 1_000)
          .map(ByteString::toByteArray)
          .forEach(seeds::add);
    }
    return seeds;
  }

  private static void check(Subject<?> subject, byte[] bytes) {
    assertThat(Judge.judge(subject, bytes)).isEqualTo(Optional.empty());
  }
}
