package dev.farcall.processor.model;

/** The scalar types of proto3 that Java types are mapped to, with their wire types. */
public enum ProtoScalar {
  DOUBLE(1),
  FLOAT(5),
  INT64(0),
  UINT64(0),
  INT32(0),
  BOOL(0),
  STRING(2),
  BYTES(2),
  UINT32(0),
  SFIXED32(5),
  SFIXED64(1),
  SINT32(0),
  SINT64(0);

  private final int wireType;

  ProtoScalar(int wireType) {
    this.wireType = wireType;
  }

  /** 0 varint, 1 eight bytes, 2 length-delimited, 5 four bytes. */
  public int wireType() {
    return wireType;
  }

  /** Whether several are packed in one field. */
  public boolean packable() {
    return wireType != 2;
  }

  /** As a {@code .proto} file spells it. */
  public String keyword() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
