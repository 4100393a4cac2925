package dev.farcall.dynamic;

import dev.farcall.annotation.Bulkhead;
import dev.farcall.annotation.CircuitBreaker;
import dev.farcall.annotation.ConcurrencyLimit;
import dev.farcall.annotation.Deadline;
import dev.farcall.annotation.Hedge;
import dev.farcall.annotation.LoadBalanced;
import dev.farcall.annotation.RateLimit;
import dev.farcall.annotation.Retry;
import dev.farcall.annotation.Timeout;
import dev.farcall.policy.Attributes;
import dev.farcall.policy.Explanation;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the annotations of a method, else of its type, as settings. */
final class AnnotatedPolicies {

  private static final List<Class<? extends Annotation>> ALL =
      List.of(
          Timeout.class,
          Retry.class,
          CircuitBreaker.class,
          RateLimit.class,
          Bulkhead.class,
          ConcurrencyLimit.class);

  /** What only a call that leaves the process can have. */
  private static final List<Class<? extends Annotation>> REMOTE =
      List.of(Hedge.class, LoadBalanced.class, Deadline.class);

  private AnnotatedPolicies() {}

  /**
   * Attributes and values by turns.
   *
   * @param idempotent whether two calls are as good as one: on a type, retries are meant for those
   * @throws IllegalArgumentException if there is one that only remote calls can have
   */
  static String[] of(
      Class<?> type, Method method, boolean idempotent, Optional<FallbackMethod> fallback) {
    List<String> said = new ArrayList<>();
    for (Class<? extends Annotation> policy : REMOTE) {
      if (method.isAnnotationPresent(policy) || type.isAnnotationPresent(policy)) {
        throw new IllegalArgumentException(
            "@"
                + policy.getSimpleName()
                + " on "
                + method
                + " has no effect on calls of this process. Remove it");
      }
    }
    for (Class<? extends Annotation> policy : ALL) {
      Annotation own = method.getAnnotation(policy);
      Annotation ofType = idempotent || policy != Retry.class ? type.getAnnotation(policy) : null;
      Annotation annotation = own != null ? own : ofType;
      if (annotation != null) {
        read(annotation, policy, own == null, said);
      }
    }
    fallback.ifPresent(answer -> said.addAll(List.of(Explanation.FALLBACK, answer.text())));
    return said.toArray(String[]::new);
  }

  /**
   * Reads one annotation.
   *
   * @param ofType whether it stands on the type: what it says of streams is for other methods
   */
  private static void read(
      Annotation annotation,
      Class<? extends Annotation> policy,
      boolean ofType,
      List<String> said) {
    String name = Attributes.kebab(policy.getSimpleName());
    int before = said.size();
    for (Method member : policy.getDeclaredMethods()) {
      Object value = value(annotation, member);
      boolean spared = ofType && member.getName().equals("stream");
      if (!spared && !value.equals(member.getDefaultValue())) {
        said.add(name + "." + Attributes.kebab(member.getName()));
        said.add(value instanceof Enum<?> constant ? constant.name() : value.toString());
      }
    }
    if (said.size() == before && policy != Timeout.class) {
      said.add(name + ".enabled");
      said.add("true");
    }
  }

  private static Object value(Annotation annotation, Method member) {
    try {
      return member.invoke(annotation);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
