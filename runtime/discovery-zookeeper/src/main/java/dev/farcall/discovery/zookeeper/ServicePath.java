package dev.farcall.discovery.zookeeper;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Where the instances of a service are, as Curator's service discovery has it: {@code
 * /<base>/<name>/<id>}. A service {@code services/users} is {@code /services/users}; one without a
 * slash is under {@value #BASE}.
 *
 * @param base without a slash at its end
 * @param name of the service under it
 */
record ServicePath(String base, String name) {

  /** Where services are of which nothing else is said. */
  static final String BASE = "/farcall";

  /**
   * That of a service; slashes that say nothing are left out.
   *
   * @throws IllegalArgumentException if there is nothing beside slashes
   */
  static ServicePath of(String service) {
    List<String> parts =
        Arrays.stream(service.split("/", -1))
            .filter(part -> !part.isEmpty())
            .map(ServicePath::nodeName)
            .toList();
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("service: '" + service + "' (expected: a name)");
    }
    int last = parts.size() - 1;
    String base = last == 0 ? BASE : "/" + String.join("/", parts.subList(0, last));
    return new ServicePath(base, parts.get(last));
  }

  /** The node whose children are the instances. */
  String node() {
    return base + "/" + name;
  }

  /** The node of an instance. */
  String node(String id) {
    return node() + "/" + nodeName(id);
  }

  /** Whether that is the node of an instance, and none below one. */
  boolean isOfInstance(String path) {
    String node = node();
    return path.length() > node.length() + 1 && path.lastIndexOf('/') == node.length();
  }

  /** What a path may not hold is written as in a URL. */
  private static String nodeName(String text) {
    if (text.equals(".") || text.equals("..")) {
      return text.replace(".", "%2E");
    }
    StringBuilder name = new StringBuilder();
    text.codePoints().forEach(point -> append(point, name));
    return name.toString();
  }

  private static void append(int point, StringBuilder name) {
    if (isAllowed(point)) {
      name.appendCodePoint(point);
      return;
    }
    for (byte each : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
      name.append(String.format(Locale.ROOT, "%%%02X", each & 0xFF));
    }
  }

  /** As ZooKeeper's programmer's guide has it. */
  private static boolean isAllowed(int point) {
    return point != '/'
        && point != '%'
        && point > 0x1f
        && (point < 0x7f || point > 0x9f)
        && (point < 0xd800 || point > 0xf8ff)
        && point < 0xfff0;
  }
}
