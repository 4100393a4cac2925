package dev.farcall.wire;

import java.util.Arrays;

/** Numbers read one by one, for an array of a primitive type whose length is not known before. */
public final class Numbers {

  private static final long[] NONE = {};

  private long[] bits = NONE;
  private int count;

  /** None yet. */
  public Numbers() {}

  public void add(long value) {
    if (count == bits.length) {
      bits = Arrays.copyOf(bits, Math.max(8, count + (count >> 1)));
    }
    bits[count++] = value;
  }

  public void add(boolean value) {
    add(value ? 1 : 0);
  }

  public void add(double value) {
    add(Double.doubleToRawLongBits(value));
  }

  public void add(float value) {
    add(Float.floatToRawIntBits(value));
  }

  public boolean[] toBooleans() {
    boolean[] array = new boolean[count];
    for (int i = 0; i < count; i++) {
      array[i] = bits[i] != 0;
    }
    return array;
  }

  public short[] toShorts() {
    short[] array = new short[count];
    for (int i = 0; i < count; i++) {
      array[i] = (short) bits[i];
    }
    return array;
  }

  public int[] toInts() {
    int[] array = new int[count];
    for (int i = 0; i < count; i++) {
      array[i] = (int) bits[i];
    }
    return array;
  }

  public long[] toLongs() {
    return Arrays.copyOf(bits, count);
  }

  public float[] toFloats() {
    float[] array = new float[count];
    for (int i = 0; i < count; i++) {
      array[i] = Float.intBitsToFloat((int) bits[i]);
    }
    return array;
  }

  public double[] toDoubles() {
    double[] array = new double[count];
    for (int i = 0; i < count; i++) {
      array[i] = Double.longBitsToDouble(bits[i]);
    }
    return array;
  }
}
