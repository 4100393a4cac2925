package dev.farcall.transport;

import dev.farcall.spi.Listener;
import dev.farcall.spi.ServedServices;
import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Offers services within this JVM, under a name.
 *
 * @param name the part after {@code local:}; empty for the one that has no name
 */
public record LocalListener(String name) implements Listener {

  private static final ConcurrentMap<String, LocalServer> SERVERS = new ConcurrentHashMap<>();

  @Override
  public Running start(ServedServices services) throws IOException {
    LocalServer server = new LocalServer(this, services);
    if (SERVERS.putIfAbsent(name, server) != null) {
      throw new IOException(
          this + " is taken by another server of this JVM; give this one a name: .local(\"b\")");
    }
    return server;
  }

  static @Nullable LocalServer find(String name) {
    return SERVERS.get(name);
  }

  void remove(LocalServer server) {
    SERVERS.remove(name, server);
  }

  @Override
  public String toString() {
    return "local:" + name;
  }
}
