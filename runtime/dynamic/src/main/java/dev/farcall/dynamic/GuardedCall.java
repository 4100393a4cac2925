package dev.farcall.dynamic;

import static java.util.Objects.requireNonNull;

import dev.farcall.LocalPolicies;
import dev.farcall.resilience.CallLimits;
import dev.farcall.resilience.LocalGuard;
import dev.farcall.resilience.Permit;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import net.bytebuddy.implementation.bind.annotation.AllArguments;
import net.bytebuddy.implementation.bind.annotation.RuntimeType;
import org.jspecify.annotations.Nullable;

/**
 * One method of a decorator: the same that the processor writes, with its arguments in an array.
 */
public final class GuardedCall {

  private final LocalPolicies.Method policies;
  private final MethodHandle target;
  private final Optional<FallbackMethod> fallback;
  private final boolean later;

  GuardedCall(
      LocalPolicies.Method policies,
      MethodHandle target,
      Optional<FallbackMethod> fallback,
      boolean later) {
    this.policies = policies;
    this.target = spread(target);
    this.fallback = fallback;
    this.later = later;
  }

  /** The same, with its arguments in an array and whatever result as an object. */
  static MethodHandle spread(MethodHandle handle) {
    return handle
        .asFixedArity()
        .asType(handle.type().generic())
        .asSpreader(Object[].class, handle.type().parameterCount());
  }

  /** Calls the target, as its policies say. */
  @RuntimeType
  public @Nullable Object call(@AllArguments @Nullable Object[] arguments) {
    LocalGuard guard = policies.guard();
    if (later) {
      return callLater(guard, arguments);
    }
    CallLimits limits = guard.begin();
    try {
      for (int attempt = 1; ; attempt++) {
        long start = guard.now();
        Permit permit = guard.enter(limits, start, attempt);
        Object result;
        try {
          result = (Object) target.invokeExact(arguments);
        } catch (Throwable thrown) {
          guard.failed(limits, permit, start, thrown, attempt);
          continue;
        }
        guard.succeeded(limits, permit, start);
        return result;
      }
    } catch (Throwable thrown) {
      guard.end(limits);
      if (fallback.isPresent() && LocalGuard.fallsBack(thrown)) {
        return answer(fallback.get(), arguments, thrown);
      }
      throw LocalGuard.sneaky(thrown);
    }
  }

  private CompletionStage<?> callLater(LocalGuard guard, @Nullable Object[] arguments) {
    return fallback.isPresent()
        ? guard.callAsync(
            () -> stage(arguments), why -> stageOf(answer(fallback.get(), arguments, why)))
        : guard.callAsync(() -> stage(arguments)).toCompletableFuture();
  }

  private CompletionStage<Object> stage(@Nullable Object[] arguments) {
    try {
      return stageOf((Object) target.invokeExact(arguments));
    } catch (Throwable thrown) {
      throw LocalGuard.sneaky(thrown);
    }
  }

  @SuppressWarnings("unchecked") // what the method returns
  private static CompletionStage<Object> stageOf(@Nullable Object stage) {
    return (CompletionStage<Object>)
        requireNonNull(stage, "the method returned null (expected: a CompletionStage)");
  }

  private static @Nullable Object answer(
      FallbackMethod fallback, @Nullable Object[] arguments, Throwable why) {
    Object[] all = arguments;
    if (fallback.takesCause()) {
      all = Arrays.copyOf(arguments, arguments.length + 1);
      all[arguments.length] = why;
    }
    try {
      return (Object) fallback.handle().invokeExact(all);
    } catch (Throwable thrown) {
      throw LocalGuard.sneaky(thrown);
    }
  }
}
