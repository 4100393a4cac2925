package dev.farcall.benchmarks.compile;

/**
 * How large a contract is. Ten interfaces share a package, which is one schema.
 *
 * @param methods of each interface
 * @param records of all packages together; each has at least one
 * @param parameters what the methods take and answer
 */
record Contract(int interfaces, int methods, int records, Parameters parameters) {

  private static final int INTERFACES_OF_A_PACKAGE = 10;

  Contract {
    if (interfaces < 1 || methods < 1 || records < 1) {
      throw new IllegalArgumentException(
          interfaces
              + " interfaces, "
              + methods
              + " methods, "
              + records
              + " records (expected: 1 or more of each)");
    }
  }

  int packages() {
    return ceilDiv(interfaces, INTERFACES_OF_A_PACKAGE);
  }

  /** How many interfaces are in a package. */
  int interfacesOf(int index) {
    return Math.min(INTERFACES_OF_A_PACKAGE, interfaces - index * INTERFACES_OF_A_PACKAGE);
  }

  /** How many records are in each package. */
  int recordsOfEach() {
    return ceilDiv(records, packages());
  }

  /** So many of its interfaces, with as many records in each package. */
  Contract part(int interfaces) {
    Contract alone = new Contract(interfaces, methods, 1, parameters);
    return new Contract(interfaces, methods, alone.packages() * recordsOfEach(), parameters);
  }

  @Override
  public String toString() {
    return interfaces
        + " interfaces of "
        + methods
        + " methods, "
        + records
        + " records, "
        + parameters.title();
  }

  private static int ceilDiv(int all, int each) {
    return (all + each - 1) / each;
  }

  /** What methods take and answer. */
  enum Parameters {
    /** One record in, one record out: each is a message already. */
    RECORDS("a record in and out"),

    /** Now a record, now a few values, for which a schema has messages of their own. */
    MIXED("records and values");

    private final String title;

    Parameters(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }
}
