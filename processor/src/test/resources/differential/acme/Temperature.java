package acme;

import java.util.Objects;

/** A class of somebody else. */
public final class Temperature {
  private final int tenths;

  public Temperature(int tenths) {
    this.tenths = tenths;
  }

  public int tenths() {
    return tenths;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Temperature that && tenths == that.tenths;
  }

  @Override
  public int hashCode() {
    return Objects.hash(tenths);
  }

  @Override
  public String toString() {
    return tenths + "/10";
  }
}
