package dev.farcall.dynamic;

import dev.farcall.annotation.Fallback;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What answers in place of a method that failed. Found when the decorator is made, by the rules of
 * the compiler.
 *
 * @param handle takes the arguments, and then, if it likes, the cause
 * @param text its class and its name, for people
 */
record FallbackMethod(MethodHandle handle, boolean takesCause, String text) {

  static Optional<FallbackMethod> find(Class<?> type, Method method) {
    Fallback own = method.getAnnotation(Fallback.class);
    Fallback said = own != null ? own : type.getAnnotation(Fallback.class);
    if (said == null || (own == null && (said.value() == void.class || !isNamed(method, said)))) {
      return Optional.empty();
    }
    if (said.value() == void.class) {
      throw new IllegalArgumentException(
          "@Fallback on "
              + method
              + ": its own body answers only in decorators that the processor writes (expected: a"
              + " class that has the method)");
    }
    for (Method candidate : named(method, said.value())) {
      if (fits(candidate, method)) {
        return Optional.of(make(candidate, method));
      }
    }
    throw new IllegalArgumentException(
        "@Fallback("
            + said.value().getSimpleName()
            + ".class) on "
            + method
            + ": no method fits (expected: the same name, parameters and result, no other checked"
            + " exceptions, and Throwable as a last parameter if it likes; found: "
            + named(method, said.value())
            + ")");
  }

  private static boolean isNamed(Method method, Fallback said) {
    return !named(method, said.value()).isEmpty();
  }

  private static List<Method> named(Method method, Class<?> holder) {
    List<Method> named = new ArrayList<>();
    for (Method each : holder.getDeclaredMethods()) {
      if (each.getName().equals(method.getName()) && !each.isBridge() && !each.isSynthetic()) {
        named.add(each);
      }
    }
    return named;
  }

  private static boolean fits(Method candidate, Method method) {
    Class<?>[] wanted = method.getParameterTypes();
    Class<?>[] taken = candidate.getParameterTypes();
    boolean takesCause =
        taken.length == wanted.length + 1 && taken[wanted.length] == Throwable.class;
    if ((taken.length != wanted.length && !takesCause)
        || !Arrays.equals(wanted, 0, wanted.length, taken, 0, wanted.length)
        || !method.getReturnType().isAssignableFrom(candidate.getReturnType())
        || Modifier.isPrivate(candidate.getModifiers())) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (!agree(method.getGenericParameterTypes()[i], candidate.getGenericParameterTypes()[i])) {
        return false;
      }
    }
    return (method.getReturnType() != candidate.getReturnType()
            || agree(method.getGenericReturnType(), candidate.getGenericReturnType()))
        && throwsNoMore(candidate, method);
  }

  /** Whether both have the same arguments of type; where one is a variable it may be any. */
  private static boolean agree(Type one, Type other) {
    return one.equals(other) || isOpen(one) || isOpen(other);
  }

  private static boolean isOpen(Type type) {
    if (type instanceof ParameterizedType known) {
      return Arrays.stream(known.getActualTypeArguments()).anyMatch(FallbackMethod::isOpen);
    }
    return type instanceof TypeVariable
        || type instanceof WildcardType
        || (type instanceof GenericArrayType array && isOpen(array.getGenericComponentType()));
  }

  /** Whether whoever calls the method is told of all that it may throw. */
  private static boolean throwsNoMore(Method candidate, Method method) {
    return Arrays.stream(candidate.getExceptionTypes())
        .filter(
            each ->
                !RuntimeException.class.isAssignableFrom(each)
                    && !Error.class.isAssignableFrom(each))
        .allMatch(
            each ->
                Arrays.stream(method.getExceptionTypes())
                    .anyMatch(declared -> declared.isAssignableFrom(each)));
  }

  private static FallbackMethod make(Method candidate, Method method) {
    Class<?> holder = candidate.getDeclaringClass();
    try {
      MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(holder, MethodHandles.lookup());
      MethodHandle handle = lookup.unreflect(candidate);
      boolean isStatic = Modifier.isStatic(candidate.getModifiers());
      boolean takesCause = candidate.getParameterCount() > method.getParameterCount();
      MethodHandle bound = isStatic ? handle : handle.bindTo(object(holder));
      return new FallbackMethod(
          GuardedCall.spread(bound),
          takesCause,
          holder.getSimpleName() + "." + candidate.getName());
    } catch (IllegalAccessException closed) {
      throw new IllegalArgumentException(candidate + " cannot be called from here", closed);
    }
  }

  private static Object object(Class<?> holder) {
    try {
      Constructor<?> constructor = holder.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (InvocationTargetException thrown) {
      throw new IllegalArgumentException(
          "the constructor of " + holder.getName() + " threw", thrown.getCause());
    } catch (ReflectiveOperationException none) {
      throw new IllegalArgumentException(
          "no object of "
              + holder.getName()
              + " can be made. Make the method static, or give the class a constructor without"
              + " parameters",
          none);
    }
  }
}
