package dev.farcall.server;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * Where implementations that may block run: virtual threads where the JVM has them (21 and later),
 * else a bounded pool of the server's own, {@code farcall.server.threads} (200) threads and {@code
 * farcall.server.queue} (1,000) calls waiting.
 */
public abstract sealed class ServerThreads implements AutoCloseable {

  private static final @Nullable ThreadFactory VIRTUAL = virtualThreads();

  private ServerThreads() {}

  /**
   * The threads of one server.
   *
   * @throws IllegalArgumentException if a system property is not a number in its range
   */
  public static ServerThreads create() {
    return VIRTUAL != null
        ? new Virtual(VIRTUAL)
        : pool(
            property("farcall.server.threads", 200, 1), property("farcall.server.queue", 1000, 0));
  }

  /** A bounded pool, whatever the JVM has. */
  static ServerThreads pool(int threads, int queue) {
    return new Pool(new BoundedPool(threads, queue));
  }

  /** Runs a task soon, on a thread that may block; false if there is no room for it. */
  public abstract boolean execute(Runnable task);

  /** Takes no more tasks; interrupts those of a pool. */
  @Override
  public abstract void close();

  private static int property(String key, int otherwise, int least) {
    String text = System.getProperty(key);
    if (text == null) {
      return otherwise;
    }
    int value;
    try {
      value = Integer.parseInt(text.trim());
    } catch (NumberFormatException e) {
      value = least - 1;
    }
    if (value < least) {
      throw new IllegalArgumentException(
          "system property "
              + key
              + ": '"
              + text
              + "' (expected: a whole number >= "
              + least
              + ")");
    }
    return value;
  }

  /** {@code Thread.ofVirtual().name("farcall-call-", 0).factory()}, or null before JDK 21. */
  private static @Nullable ThreadFactory virtualThreads() {
    try {
      Class<?> builder = Class.forName("java.lang.Thread$Builder");
      Class<?> ofVirtual = Class.forName("java.lang.Thread$Builder$OfVirtual");
      MethodHandles.Lookup lookup = MethodHandles.publicLookup();
      MethodHandle make =
          lookup.findStatic(Thread.class, "ofVirtual", MethodType.methodType(ofVirtual));
      MethodHandle name =
          lookup.findVirtual(
              ofVirtual, "name", MethodType.methodType(ofVirtual, String.class, long.class));
      MethodHandle factory =
          lookup.findVirtual(builder, "factory", MethodType.methodType(ThreadFactory.class));
      return (ThreadFactory) factory.invoke(name.invoke(make.invoke(), "farcall-call-", 0L));
    } catch (ReflectiveOperationException absent) {
      return null;
    } catch (Throwable e) { // JDK 19 and 20: there, but refused without --enable-preview
      return null;
    }
  }

  private static final class Virtual extends ServerThreads {
    private final ThreadFactory factory;

    Virtual(ThreadFactory factory) {
      this.factory = factory;
    }

    @Override
    public boolean execute(Runnable task) {
      factory.newThread(task).start();
      return true;
    }

    @Override
    public void close() {}

    @Override
    public String toString() {
      return "virtual threads";
    }
  }

  private static final class Pool extends ServerThreads {
    private final BoundedPool pool;

    Pool(BoundedPool pool) {
      this.pool = pool;
    }

    @Override
    public boolean execute(Runnable task) {
      return pool.offer(task);
    }

    @Override
    public void close() {
      pool.close();
    }

    @Override
    public String toString() {
      return pool.toString();
    }
  }
}
