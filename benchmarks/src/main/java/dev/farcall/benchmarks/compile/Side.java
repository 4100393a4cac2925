package dev.farcall.benchmarks.compile;

/** Who builds the contract, the base of the ratios first. */
enum Side {
  PROTOC("protoc, javac of what it generates"),
  FARCALL("javac with Farcall's processor"),
  JAVA_ALONE("javac of the interfaces and records alone");

  private final String title;

  Side(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }
}
