package dev.farcall.processor.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.farcall.wire.DecodeException;
import dev.farcall.wire.EncodeException;
import dev.farcall.wire.JsonProfile;
import dev.farcall.wire.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The JSON of generated codecs beside JsonFormat, over texts that were written and over damaged
 * ones.
 *
 * <p>The seed is fixed. {@code -Dfarcall.fuzz.rounds=100} runs a hundred times as many inputs, each
 * round from another seed.
 */
class JsonFuzzTest {

  private static final int ROUNDS = Integer.getInteger("farcall.fuzz.rounds", 1);
  private static final int SEEDS = 300;
  private static final int DAMAGED = 15_000;

  static Stream<Subject<?>> subjects() {
    return Stream.of(Subjects.ALL_TYPES, Subjects.FURTHER_TYPES, Subjects.PAYMENT, Subjects.LEDGER);
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void damagedJsonIsRefusedOrReadAsProtobufReadsIt(Subject<?> subject) {
    for (int round = 0; round < ROUNDS; round++) {
      Random random = new Random(-1 - round);
      List<byte[]> seeds = seeds(subject, random);
      JsonMutations mutations = new JsonMutations(random, seeds);
      for (byte[] seed : seeds) {
        check(subject, seed);
      }
      for (int i = 0; i < DAMAGED; i++) {
        check(subject, mutations.next(seeds.get(random.nextInt(seeds.size()))));
      }
    }
  }

  private static List<byte[]> seeds(Subject<?> subject, Random random) {
    List<byte[]> seeds = new ArrayList<>();
    RandomMessages messages = new RandomMessages(random);
    while (seeds.size() < SEEDS) {
      written(
              subject,
              subject == Subjects.LEDGER
                  ? SampleLedgers.next(random)
                  : messages.next(subject.descriptor()).toByteArray())
          .ifPresent(seeds::add);
    }
    JsonSuite.cases().stream()
        .filter(c -> c.jsonInput() && c.further() == (subject == Subjects.FURTHER_TYPES))
        .map(JsonCase::input)
        .map(ByteString::toByteArray)
        .forEach(seeds::add);
    return seeds;
  }

  /** As JSON, if there is such a value and it has such a form. */
  private static <T> Optional<byte[]> written(Subject<T> subject, byte[] bytes) {
    try {
      return Optional.of(
          JsonWriter.encode(subject.codec(), subject.decode(bytes), JsonProfile.PROTO));
    } catch (DecodeException | EncodeException e) {
      return Optional.empty();
    }
  }

  private static void check(Subject<?> subject, byte[] json) {
    assertThat(JsonJudge.judge(subject, json)).isEqualTo(Optional.empty());
  }
}
