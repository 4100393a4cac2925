package dev.farcall;

import java.lang.System.Logger.Level;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;

/**
 * Ends this process at once when it is told to end while it is ending: who sends a second signal
 * does not want to wait. By {@code sun.misc.Signal}, the only way there is; where that is not to be
 * had ({@code -Xrs}, or a run-time image without {@code jdk.unsupported}) a second signal does
 * nothing.
 */
final class SecondSignal {

  private static final System.Logger LOG = System.getLogger(SecondSignal.class.getName());

  /** With the exit codes that a shell gives. */
  private static final Map<String, Integer> EXITS = Map.of("TERM", 143, "INT", 130);

  private SecondSignal() {}

  /** From here on, SIGTERM and SIGINT end this process at once. */
  static void endsAtOnce() {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Constructor<?> named = signal.getConstructor(String.class);
      Method handle = signal.getMethod("handle", signal, handler);
      for (String name : List.copyOf(EXITS.keySet())) {
        Object halt =
            Proxy.newProxyInstance(
                handler.getClassLoader(),
                new Class<?>[] {handler},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("handle")) {
                    Runtime.getRuntime().halt(EXITS.getOrDefault(name, 1));
                  }
                  return method.getName().equals("hashCode") ? (Object) 0 : null;
                });
        handle.invoke(null, named.newInstance(name), halt);
      }
    } catch (ReflectiveOperationException | RuntimeException notToBeHad) {
      LOG.log(Level.DEBUG, "a second signal will not be seen", notToBeHad);
    }
  }
}
