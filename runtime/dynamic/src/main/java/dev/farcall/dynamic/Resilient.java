package dev.farcall.dynamic;

import static java.util.Objects.requireNonNull;
import static net.bytebuddy.matcher.ElementMatchers.is;
import static net.bytebuddy.matcher.ElementMatchers.named;

import dev.farcall.LocalPolicies;
import dev.farcall.annotation.Idempotent;
import dev.farcall.annotation.Safe;
import dev.farcall.time.Time;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.implementation.MethodDelegation;

/**
 * Decorators of types that were compiled without Farcall's processor, as those of a library.
 *
 * <pre>{@code
 * Geo geo = Resilient.decorate(Geo.class, new HttpGeo());
 * }</pre>
 *
 * <p>The annotations are those of the type and its methods, checked as the compiler would; other
 * policies come from configuration: {@code farcall.local.Geo.find.retry.max-attempts = 2}. Each
 * decorator is a class of its own: make one, and keep it.
 */
public final class Resilient {

  /** Tells the classes of decorators apart. */
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private Resilient() {}

  /** As {@link #decorate(Class, Object, Time)}, in the time of this JVM. */
  public static <T> T decorate(Class<T> type, T target) {
    return decorate(type, target, Time.system());
  }

  /**
   * A decorator.
   *
   * @param type an interface; or a class that is not final, with a constructor without parameters,
   *     whose overridable methods are decorated
   * @param target what does the work
   * @throws IllegalArgumentException if the type cannot be decorated, or a fallback does not fit
   * @throws IllegalStateException if its policies cannot be kept, or contradict each other
   */
  public static <T> T decorate(Class<T> type, T target, Time time) {
    requireNonNull(target, "target");
    requireNonNull(time, "time");
    requireOpen(type);
    MethodHandles.Lookup lookup = lookup(type);
    LocalPolicies policies = LocalPolicies.ofUnchecked(type, time);
    DynamicType.Builder<?> builder = builder(type);
    for (Method method : overridable(type, lookup)) {
      builder =
          builder
              .method(is(method))
              .intercept(
                  MethodDelegation.withDefaultConfiguration()
                      .filter(named("call"))
                      .to(guarded(type, method, target, policies, lookup)));
    }
    builder =
        builder
            .method(named("toString"))
            .intercept(
                MethodDelegation.withDefaultConfiguration()
                    .filter(named("text"))
                    .to(new Description(policies, target)));
    policies.complete();
    return type.cast(instance(type, load(type, builder, lookup)));
  }

  private static void requireOpen(Class<?> type) {
    if (Arrays.stream(type.getAnnotations())
        .anyMatch(
            each -> each.annotationType().getName().equals("dev.farcall.annotation.Remote"))) {
      throw new IllegalArgumentException(
          type.getName()
              + " is @Remote: its client is the processor's work (expected: a type of this"
              + " process)");
    }
    if (type.isPrimitive()
        || type.isArray()
        || type.isSealed()
        || Modifier.isFinal(type.getModifiers())) {
      throw new IllegalArgumentException(
          type.getName() + " cannot be extended (expected: an interface, or a class that can)");
    }
    if (type.isInterface()) {
      return;
    }
    try {
      if (Modifier.isPrivate(type.getDeclaredConstructor().getModifiers())) {
        throw new NoSuchMethodException();
      }
    } catch (NoSuchMethodException absent) {
      throw new IllegalArgumentException(
          type.getName()
              + " has no constructor without parameters that can be called. Decorate an interface"
              + " of it");
    }
  }

  /** Where the type's module is closed, its public methods can be called all the same. */
  private static MethodHandles.Lookup lookup(Class<?> type) {
    try {
      return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
    } catch (IllegalAccessException closed) {
      return MethodHandles.publicLookup();
    }
  }

  private static DynamicType.Builder<?> builder(Class<?> type) {
    return type.isInterface()
        ? new ByteBuddy().subclass(Object.class).implement(type).name(name(type))
        : new ByteBuddy().subclass(type).name(name(type));
  }

  private static String name(Class<?> type) {
    String own = type.getName().startsWith("java.") ? "dev.farcall.dynamic." : "";
    return own
        + type.getName().replace("java.", "java_")
        + "$Resilient$"
        + NUMBER.incrementAndGet();
  }

  /** The public ones, and, where a class may be looked into, its protected ones. */
  private static List<Method> overridable(Class<?> type, MethodHandles.Lookup lookup) {
    List<Method> methods = new ArrayList<>();
    for (Method method : type.getMethods()) {
      if (isOverridable(method)) {
        methods.add(method);
      }
    }
    boolean looksInside = (lookup.lookupModes() & MethodHandles.Lookup.PRIVATE) != 0;
    Set<String> seen = new HashSet<>();
    for (Class<?> each = type;
        looksInside && each != null && each != Object.class;
        each = each.getSuperclass()) {
      for (Method method : each.getDeclaredMethods()) {
        boolean mine = seen.add(method.getName() + Arrays.toString(method.getParameterTypes()));
        if (mine && Modifier.isProtected(method.getModifiers()) && isOverridable(method)) {
          methods.add(method);
        }
      }
    }
    return methods;
  }

  private static boolean isOverridable(Method method) {
    int modifiers = method.getModifiers();
    return !Modifier.isStatic(modifiers)
        && !Modifier.isFinal(modifiers)
        && !method.isBridge()
        && !method.isSynthetic()
        && method.getDeclaringClass() != Object.class
        && !isOfObject(method);
  }

  private static boolean isOfObject(Method method) {
    try {
      Object.class.getMethod(method.getName(), method.getParameterTypes());
      return true;
    } catch (NoSuchMethodException own) {
      return false;
    }
  }

  private static GuardedCall guarded(
      Class<?> type,
      Method method,
      Object target,
      LocalPolicies policies,
      MethodHandles.Lookup lookup) {
    boolean idempotent =
        method.isAnnotationPresent(Idempotent.class) || method.isAnnotationPresent(Safe.class);
    boolean later = CompletionStage.class.isAssignableFrom(method.getReturnType());
    Optional<FallbackMethod> fallback = FallbackMethod.find(type, method);
    String[] said = AnnotatedPolicies.of(type, method, idempotent, fallback);
    LocalPolicies.Method guard =
        later
            ? policies.asyncMethod(method.getName(), idempotent, said)
            : policies.method(method.getName(), idempotent, said);
    return new GuardedCall(guard, handle(method, lookup).bindTo(target), fallback, later);
  }

  private static MethodHandle handle(Method method, MethodHandles.Lookup lookup) {
    try {
      return lookup.unreflect(method);
    } catch (IllegalAccessException hidden) {
      throw new IllegalArgumentException(
          method
              + " cannot be called from here. Open its package: opens "
              + method.getDeclaringClass().getPackageName()
              + " to dev.farcall.dynamic;",
          hidden);
    }
  }

  private static Class<?> load(
      Class<?> type, DynamicType.Builder<?> builder, MethodHandles.Lookup lookup) {
    DynamicType.Unloaded<?> made = builder.make();
    boolean beside = (lookup.lookupModes() & MethodHandles.Lookup.PRIVATE) != 0;
    return beside
        ? made.load(type.getClassLoader(), ClassLoadingStrategy.UsingLookup.of(lookup)).getLoaded()
        : made.load(Resilient.class.getClassLoader(), ClassLoadingStrategy.Default.WRAPPER)
            .getLoaded();
  }

  private static Object instance(Class<?> type, Class<?> decorator) {
    try {
      Constructor<?> constructor = decorator.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (InvocationTargetException thrown) {
      throw new IllegalArgumentException(
          "the constructor of " + type.getName() + " threw", thrown.getCause());
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** What a decorator says of itself. */
  public static final class Description {
    private final LocalPolicies policies;
    private final Object target;

    Description(LocalPolicies policies, Object target) {
      this.policies = policies;
      this.target = target;
    }

    /** The policies of each method, and what they are kept around. */
    public String text() {
      return policies + "\n  around " + target;
    }
  }
}
