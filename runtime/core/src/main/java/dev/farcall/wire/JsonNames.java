package dev.farcall.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The names of a message's members, those it had formerly and those of its {@code .proto} file
 * among them. A hash table that never changes after it was filled, so that a peer's names cannot
 * make it slow.
 */
public final class JsonNames {

  /** The name of no member. */
  static final int UNKNOWN = -1;

  private byte[][] names = new byte[8][];
  private int[] indexes = new int[8];
  private int count;

  private JsonNames() {}

  /** The names that are written. */
  public static JsonNames of(JsonName... written) {
    JsonNames names = new JsonNames();
    for (JsonName name : written) {
      names.alias(name.name(), name.index());
    }
    return names;
  }

  /** Adds another name of a member; one that is taken already stays what it is. */
  public JsonNames alias(String name, int index) {
    byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
    if (find(utf8, 0, utf8.length) == UNKNOWN) {
      if (2 * ++count > names.length) {
        grow();
      }
      put(utf8, index);
    }
    return this;
  }

  private void grow() {
    byte[][] oldNames = names;
    int[] oldIndexes = indexes;
    names = new byte[2 * oldNames.length][];
    indexes = new int[names.length];
    for (int i = 0; i < oldNames.length; i++) {
      if (oldNames[i] != null) {
        put(oldNames[i], oldIndexes[i]);
      }
    }
  }

  private void put(byte[] name, int index) {
    int slot = hash(name, 0, name.length) & (names.length - 1);
    while (names[slot] != null) {
      slot = (slot + 1) & (names.length - 1);
    }
    names[slot] = name;
    indexes[slot] = index;
  }

  /** The index of the member of that name, or {@link #UNKNOWN}. */
  int find(byte[] in, int from, int to) {
    int slot = hash(in, from, to) & (names.length - 1);
    while (names[slot] != null) {
      if (Arrays.equals(names[slot], 0, names[slot].length, in, from, to)) {
        return indexes[slot];
      }
      slot = (slot + 1) & (names.length - 1);
    }
    return UNKNOWN;
  }

  private static int hash(byte[] in, int from, int to) {
    int hash = to - from;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + in[i];
    }
    return hash ^ hash >>> 15;
  }
}
