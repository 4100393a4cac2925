package dev.farcall.call;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The agreement between generated code and this library, as a number. Code generated for an
 * agreement that this library does not know is refused when it is bound, not when it is called.
 */
public final class GeneratedCode {

  /** The agreement this library knows; raised when generated code needs what older ones lack. */
  public static final int VERSION = 1;

  private GeneratedCode() {}

  /**
   * Called by generated clients and dispatchers when they are made.
   *
   * @throws IllegalStateException if {@code version} is not known
   */
  public static void requireVersion(int version, String generated) {
    if (version != VERSION) {
      throw new IllegalStateException(
          generated
              + " was generated for contract version "
              + version
              + ", farcall-core on the class path knows version "
              + VERSION
              + ". Use the same version of farcall-processor and farcall-core, and compile again.");
    }
  }

  /**
   * Makes a call on behalf of another: generated clients do so with their {@link CallContext}
   * parameter. The call inherits its deadline and cancellation; its metadata, which may hold
   * credentials, is not passed on.
   *
   * @param context null: whatever context is current
   */
  public static <R> R within(@Nullable CallContext context, Supplier<R> call) {
    return context == null ? call.get() : context.supply(call);
  }
}
