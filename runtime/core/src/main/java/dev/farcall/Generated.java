package dev.farcall;

import dev.farcall.call.Dispatcher;
import dev.farcall.call.Peer;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * Finds what the compiler wrote beside an interface, by name: {@code UserServiceClient} and {@code
 * UserServiceDispatcher} for {@code UserService}, {@code Outer_InnerClient} for {@code
 * Outer.Inner}.
 */
final class Generated {

  private Generated() {}

  static <T> T client(Class<T> type, Peer peer) {
    return type.cast(make(type, "Client", Peer.class, peer));
  }

  static <T> Dispatcher dispatcher(Class<T> type, T implementation) {
    return (Dispatcher) make(type, "Dispatcher", type, implementation);
  }

  private static Object make(Class<?> type, String suffix, Class<?> parameter, Object argument) {
    if (!type.isInterface()) {
      String services =
          Arrays.stream(type.getInterfaces()).map(Class::getSimpleName).toList().toString();
      throw new IllegalArgumentException(
          type.getName()
              + " is a class (expected: the interface marked @Remote, of "
              + services
              + ")");
    }
    String name = nameBeside(type) + suffix;
    try {
      Class<?> found = Class.forName(name, true, type.getClassLoader());
      Constructor<?> constructor = found.getConstructor(parameter);
      return constructor.newInstance(argument);
    } catch (ClassNotFoundException absent) {
      throw new IllegalStateException(notGenerated(type, name), absent);
    } catch (InvocationTargetException | ExceptionInInitializerError e) {
      throw rethrow(e.getCause() == null ? e : e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(
          "the module of "
              + type.getName()
              + " does not let Farcall in. Add to its module-info: exports "
              + type.getPackageName()
              + ";",
          e);
    } catch (ReflectiveOperationException | LinkageError e) {
      if (e.getCause() instanceof ExceptionInInitializerError before) { // told a second time
        throw new IllegalStateException(before.getMessage(), e);
      }
      throw new IllegalStateException(
          name
              + " is not what this version of farcall-processor writes; compile "
              + type.getName()
              + " again with the version that farcall-core has",
          e);
    }
  }

  private static String nameBeside(Class<?> type) {
    String name = type.getSimpleName();
    for (Class<?> outer = type.getEnclosingClass();
        outer != null;
        outer = outer.getEnclosingClass()) {
      name = outer.getSimpleName() + "_" + name;
    }
    return type.getPackageName().isEmpty() ? name : type.getPackageName() + "." + name;
  }

  private static RuntimeException rethrow(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return thrown instanceof RuntimeException known ? known : new IllegalStateException(thrown);
  }

  private static String notGenerated(Class<?> type, String name) {
    return """
    %s was not generated. Is %s marked @Remote? Then Farcall's annotation processor did not run \
    when it was compiled; since JDK 23 javac runs no processor that merely lies on the class path.
      Maven, in the configuration of maven-compiler-plugin:
        <annotationProcessorPaths>
          <path>
            <groupId>dev.farcall</groupId>
            <artifactId>farcall-processor</artifactId>
            <version>(that of farcall-core)</version>
          </path>
        </annotationProcessorPaths>
      or, with farcall-processor among the dependencies: <proc>full</proc>
      Gradle, among the dependencies:
        annotationProcessor("dev.farcall:farcall-processor:(that of farcall-core)")
    """
        .formatted(name, type.getName());
  }
}
