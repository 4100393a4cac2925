package dev.farcall.processor.model;

/** The Java types that travel as one proto scalar. {@code natural}: absence has a value. */
public enum JavaScalar {
  BOOLEAN(true),
  BYTE(true),
  SHORT(true),
  INT(true),
  LONG(true),
  FLOAT(true),
  DOUBLE(true),
  STRING(true),
  BYTE_ARRAY(true),
  BYTE_BUFFER(true),
  BYTE_STRING(true),
  BIG_DECIMAL(false),
  BIG_INTEGER(false),
  UUID(false),
  LOCAL_DATE(false),
  LOCAL_TIME(false),
  LOCAL_DATE_TIME(false),
  OFFSET_DATE_TIME(false),
  OFFSET_TIME(false),
  YEAR(false),
  YEAR_MONTH(false),
  MONTH_DAY(false),
  PERIOD(false),
  ZONE_ID(false),
  ZONE_OFFSET(false),
  URI(false),
  LOCALE(false),
  CURRENCY(false);

  private final boolean natural;

  JavaScalar(boolean natural) {
    this.natural = natural;
  }

  /** Whether absence is 0, false or empty; otherwise it is an error. */
  public boolean natural() {
    return natural;
  }
}
