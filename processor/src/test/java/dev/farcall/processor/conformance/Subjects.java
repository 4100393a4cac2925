package dev.farcall.processor.conformance;

/** The generated codecs that random input is thrown at. */
final class Subjects {

  /** The emitted schema of this package, read by protobuf-java. */
  static final Subject<TestAllTypes> ALL_TYPES =
      new Subject<>(
          TestAllTypesCodec.INSTANCE,
          Oracle.descriptor(ConformanceSchema.FILE, "TestAllTypes"),
          true);

  static final Subject<Payment> PAYMENT =
      new Subject<>(
          PaymentCodec.INSTANCE, Oracle.descriptor(ConformanceSchema.FILE, "Payment"), false);

  static final Subject<Ledger> LEDGER =
      new Subject<>(
          LedgerCodec.INSTANCE, Oracle.descriptor(ConformanceSchema.FILE, "Ledger"), false);

  static final Subject<FurtherTypes> FURTHER_TYPES =
      new Subject<>(
          FurtherTypesCodec.INSTANCE,
          Oracle.descriptor(ConformanceSchema.FILE, "FurtherTypes"),
          false);

  private Subjects() {}
}
