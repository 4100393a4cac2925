package dev.farcall.resilience;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Access to volatile fields that change by compare-and-set. */
final class Fields {

  private Fields() {}

  /** A field of the class that looks. */
  static VarHandle of(MethodHandles.Lookup lookup, String name, Class<?> type) {
    try {
      return lookup.findVarHandle(lookup.lookupClass(), name, type);
    } catch (ReflectiveOperationException misspelt) {
      throw new ExceptionInInitializerError(misspelt);
    }
  }
}
