package dev.farcall.samples.shop;

/** Runs the shop from end to end: as separate processes, or in one with {@code -Dmonolith=true}. */
public final class Demo {

  private Demo() {}

  public static void main(String[] args) {
    System.out.println(
        "The shop opens soon, "
            + (Boolean.getBoolean("monolith") ? "in one process." : "in four."));
  }
}
