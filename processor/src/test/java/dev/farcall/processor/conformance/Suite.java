package dev.farcall.processor.conformance;

import java.util.List;
import java.util.stream.Stream;

/**
 * The cases of protobuf's conformance suite with binary input and binary output for proto3: {@code
 * conformance/binary_json_conformance_suite.cc} and the {@code binary_*_test.cc} it was split into.
 * Bytes and expectations are computed as there, with the names that its runner prints.
 */
final class Suite {

  private Suite() {}

  static List<Case> cases() {
    return Stream.of(
            PrematureEofCases.all(),
            IllegalCases.all(),
            ScalarCases.all(),
            RepeatedCases.all(),
            MapCases.all(),
            OneofCases.all(),
            MergeCases.all(),
            UnknownFieldCases.all())
        .flatMap(List::stream)
        .toList();
  }
}
