package dev.farcall.transport;

import dev.farcall.call.Cancellation;
import dev.farcall.call.Channel;
import dev.farcall.spi.Listener;
import dev.farcall.spi.ServedServices;
import dev.farcall.time.Time;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The services of one server, for callers in this JVM. */
final class LocalServer implements Listener.Running {

  private final LocalListener listener;
  private final Map<String, Channel> methods = new HashMap<>();
  private final Time time;

  /** The calls in flight, each by what gives it up. */
  private final Set<Cancellation> calls = ConcurrentHashMap.newKeySet();

  private volatile boolean refusing;

  LocalServer(LocalListener listener, ServedServices services) {
    this.listener = listener;
    this.time = services.time();
    for (ServedServices.Method method : services.methods()) {
      methods.put(method.operation().path(), method.channel());
    }
  }

  @Nullable Channel method(String path) {
    return methods.get(path);
  }

  boolean serves(String service) {
    return methods.keySet().stream().anyMatch(path -> path.startsWith(service + "/"));
  }

  Time time() {
    return time;
  }

  /** False if no more calls are taken. */
  boolean enter(Cancellation call) {
    calls.add(call);
    if (refusing) {
      exit(call);
      return false;
    }
    return true;
  }

  void exit(Cancellation call) {
    calls.remove(call);
    if (refusing) {
      synchronized (this) {
        notifyAll();
      }
    }
  }

  @Override
  public String kind() {
    return "local";
  }

  @Override
  public String host() {
    return "";
  }

  @Override
  public int port() {
    return 0;
  }

  @Override
  public String describe() {
    return listener.toString();
  }

  @Override
  public void refuse() {
    refusing = true;
  }

  @Override
  public synchronized boolean awaitDrained(long timeoutNanos) throws InterruptedException {
    long end = System.nanoTime() + timeoutNanos;
    while (!calls.isEmpty()) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, Math.max(left, 1_000_000));
    }
    return true;
  }

  @Override
  public void close() {
    refuse();
    calls.forEach(call -> call.cancel(Cancellation.Reason.CALLER));
    listener.remove(this);
  }
}
